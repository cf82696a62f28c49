namespace Baton.Slack.Api;

/// <summary>
/// A method of Slack's Web API: all that Baton calls, and how. Bodies are JSON only where every version of Slack's own Python client sends JSON
/// (slackapi/python-slack-sdk, <c>slack_sdk/web/client.py</c>); the tiers are those of slackapi/java-slack-sdk, <c>metadata/web-api/rate_limit_tiers.json</c>;
/// the scopes those of https://docs.slack.dev/reference/methods.
/// </summary>
public sealed class SlackMethod
{
    private SlackMethod(string name, bool isJson, SlackTier tier, params string[] scopes) => (Name, IsJson, Tier, Scopes) = (name, isJson, tier, scopes);

    /// <summary>Who the token belongs to; with the granted scopes in the answer's header.</summary>
    public static SlackMethod AuthTest { get; } = new("auth.test", false, SlackTier.Checking);

    /// <summary>A new address for a socket; wants the app's token.</summary>
    public static SlackMethod AppsConnectionsOpen { get; } = new("apps.connections.open", false, SlackTier.One) { Token = SlackTokenKind.App };

    /// <summary>Posts a message. Called twice it posts two.</summary>
    public static SlackMethod ChatPostMessage { get; } = new("chat.postMessage", true, SlackTier.Posting, "chat:write") { IsRepeatable = false };

    /// <summary>Shows a message to one member of a channel until the client is reloaded.</summary>
    public static SlackMethod ChatPostEphemeral { get; } = new("chat.postEphemeral", true, SlackTier.Four, "chat:write") { IsRepeatable = false };

    /// <summary>Replaces a message of Baton's.</summary>
    public static SlackMethod ChatUpdate { get; } = new("chat.update", true, SlackTier.Three, "chat:write");

    /// <summary>Deletes a message of Baton's.</summary>
    public static SlackMethod ChatDelete { get; } = new("chat.delete", false, SlackTier.Three, "chat:write");

    /// <summary>The address of a message for people's browsers.</summary>
    public static SlackMethod ChatGetPermalink { get; } = new("chat.getPermalink", false, SlackTier.Three);

    /// <summary>Opens a modal for somebody who has just pressed something.</summary>
    public static SlackMethod ViewsOpen { get; } = new("views.open", true, SlackTier.Four);

    /// <summary>Replaces an open modal.</summary>
    public static SlackMethod ViewsUpdate { get; } = new("views.update", true, SlackTier.Four);

    /// <summary>Publishes somebody's Home.</summary>
    public static SlackMethod ViewsPublish { get; } = new("views.publish", true, SlackTier.Four);

    /// <summary>Opens, or finds, the conversation with one person.</summary>
    public static SlackMethod ConversationsOpen { get; } = new("conversations.open", false, SlackTier.Three, "im:write");

    /// <summary>What a conversation is, and whether the bot is in it.</summary>
    public static SlackMethod ConversationsInfo { get; } = new("conversations.info", false, SlackTier.Three, "channels:read", "groups:read");

    /// <summary>The top-level messages of a conversation, newest first.</summary>
    public static SlackMethod ConversationsHistory { get; } = new("conversations.history", false, SlackTier.Three, "channels:history", "groups:history", "im:history");

    /// <summary>The messages of a thread, oldest first.</summary>
    public static SlackMethod ConversationsReplies { get; } = new("conversations.replies", false, SlackTier.Three, "channels:history", "groups:history", "im:history");

    /// <summary>An address to send a file to.</summary>
    public static SlackMethod FilesGetUploadUrl { get; } = new("files.getUploadURLExternal", false, SlackTier.Four, "files:write");

    /// <summary>Shows a file that was sent in a conversation. Works once for each file.</summary>
    public static SlackMethod FilesCompleteUpload { get; } = new("files.completeUploadExternal", false, SlackTier.Four, "files:write") { IsRepeatable = false };

    /// <summary>A person by id; the e-mail address only with the second scope.</summary>
    public static SlackMethod UsersInfo { get; } = new("users.info", false, SlackTier.Four, "users:read", "users:read.email");

    /// <summary>A person by e-mail address.</summary>
    public static SlackMethod UsersLookupByEmail { get; } = new("users.lookupByEmail", false, SlackTier.Three, "users:read.email");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SlackMethod> All { get; } =
    [
        AuthTest, AppsConnectionsOpen, ChatPostMessage, ChatPostEphemeral, ChatUpdate, ChatDelete, ChatGetPermalink, ViewsOpen, ViewsUpdate, ViewsPublish,
        ConversationsOpen, ConversationsInfo, ConversationsHistory, ConversationsReplies, FilesGetUploadUrl, FilesCompleteUpload, UsersInfo, UsersLookupByEmail,
    ];

    /// <summary>Its name, which is also the end of its address.</summary>
    public string Name { get; }

    /// <summary>Whether its arguments go as JSON; else as a form, in which everything with a structure is a JSON text.</summary>
    public bool IsJson { get; }

    /// <summary>How often it may be called.</summary>
    public SlackTier Tier { get; }

    /// <summary>The scopes without which it, or a part of what Baton wants of it, is refused.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Whose token it wants.</summary>
    public SlackTokenKind Token { get; private init; }

    /// <summary>Whether calling it twice does no more than calling it once.</summary>
    public bool IsRepeatable { get; private init; } = true;

    /// <inheritdoc />
    public override string ToString() => Name;
}
