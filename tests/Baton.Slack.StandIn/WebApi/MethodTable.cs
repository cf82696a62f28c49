using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Sockets;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>
/// The methods that this workspace has, with the tiers, scopes and arguments of their pages under
/// https://docs.slack.dev/reference/methods. JSON only where Slack's own clients send it; others read forms and see no argument in a JSON body.
/// </summary>
internal sealed class MethodTable
{
    /// <summary>Special tiers, which Slack describes as several hundred a minute.</summary>
    private const int Special = 600;

    private readonly Dictionary<string, ApiMethod> methods;

    public MethodTable(WorkspaceState state, Lane lane, SocketHub sockets, FileMethods files)
    {
        var chat = new ChatMethods(state, lane);
        var views = new ViewMethods(state);
        var conversations = new ConversationMethods(state);
        var history = new HistoryMethods(state);
        var users = new UserMethods(state);
        var app = new AppMethods(state, sockets);
        ApiMethod[] all =
        [
            .. Chat(chat), .. Views(views), .. Conversations(conversations, history), .. Users(users),
            new("files.getUploadURLExternal", 100, ["filename", "length"], ["alt_txt", "snippet_type"], files.GetUploadUrl) { Scope = "files:write" },
            new("files.completeUploadExternal", 100, ["files"], ["channel_id", "channels", "thread_ts", "initial_comment", "blocks"], files.Complete) { Scope = "files:write" },
            new("auth.test", Special, [], [], app.Test) { TakesJson = true },
            new("auth.revoke", 50, [], ["test"], app.Revoke),
            new("oauth.v2.access", Special, [], ["code", "client_id", "client_secret", "redirect_uri", "grant_type", "refresh_token"], app.Access) { Token = TokenKind.None },
            new("apps.connections.open", 50, [], [], app.OpenConnection) { Token = TokenKind.App },
        ];
        methods = all.ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    public ApiMethod? Find(string name) => methods.GetValueOrDefault(name);

    /// <summary>Arguments with which somebody composes a message.</summary>
    private static string[] Message =>
    [
        "text", "blocks", "thread_ts", "reply_broadcast", "metadata", "unfurl_links", "unfurl_media", "mrkdwn", "parse", "link_names", "markdown_text",
    ];

    private static IEnumerable<ApiMethod> Chat(ChatMethods chat) =>
    [
        new("chat.postMessage", Special, ["channel"], Message, chat.Post) { TakesJson = true, Scope = "chat:write" },
        new("chat.update", 50, ["channel", "ts"], Message, chat.Update) { TakesJson = true, Scope = "chat:write" },
        new("chat.postEphemeral", 100, ["channel", "user"], Message, chat.PostEphemeral) { TakesJson = true, Scope = "chat:write" },
        new("chat.delete", 50, ["channel", "ts"], [], chat.Delete) { Scope = "chat:write" },
        new("chat.getPermalink", Special, ["channel", "message_ts"], [], chat.Permalink),
    ];

    private static IEnumerable<ApiMethod> Views(ViewMethods views) =>
    [
        new("views.open", 100, ["trigger_id", "view"], [], c => views.Open(c, false)) { TakesJson = true },
        new("views.push", 100, ["trigger_id", "view"], [], c => views.Open(c, true)) { TakesJson = true },
        new("views.update", 100, ["view"], ["view_id", "external_id", "hash"], views.Update) { TakesJson = true },
        new("views.publish", 100, ["user_id", "view"], ["hash"], views.Publish) { TakesJson = true },
    ];

    private static IEnumerable<ApiMethod> Conversations(ConversationMethods conversations, HistoryMethods history) =>
    [
        new("conversations.open", 50, [], ["users", "channel", "return_im", "prevent_creation"], conversations.Open) { Scope = "im:write" },
        new("conversations.info", 50, ["channel"], ["include_locale", "include_num_members"], conversations.Info),
        new("conversations.join", 50, ["channel"], [], conversations.Join) { Scope = "channels:join" },
        new("conversations.history", 50, ["channel"], ["cursor", "limit", "oldest", "latest", "inclusive", "include_all_metadata"], history.History),
        new("conversations.replies", 50, ["channel", "ts"], ["cursor", "limit", "oldest", "latest", "inclusive", "include_all_metadata"], history.Replies),
    ];

    private static IEnumerable<ApiMethod> Users(UserMethods users) =>
    [
        new("users.info", 100, ["user"], ["include_locale"], users.Info) { Scope = "users:read" },
        new("users.lookupByEmail", 50, ["email"], [], users.LookupByEmail) { Scope = "users:read.email" },
        new("users.list", 20, [], ["cursor", "limit", "include_locale", "team_id"], users.List) { Scope = "users:read" },
        new("usergroups.users.list", 20, ["usergroup"], ["include_disabled", "team_id"], users.Group) { Scope = "usergroups:read" },
    ];
}
