using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Delivery;

namespace Baton.Slack.StandIn;

/// <content>What people write, and what happens to people, channels and the app.</content>
public sealed partial class StrictSlack
{
    /// <summary>Answers in a thread.</summary>
    /// <returns>The reply.</returns>
    public Task<SeenMessage> ReplyAsync(WorkspaceUser user, SeenMessage parent, string text) => WriteAsync(user, parent.Channel, text, parent.ThreadTs ?? parent.Ts);

    /// <summary>Writes into a channel, or to the bot.</summary>
    public Task<SeenMessage> WriteAsync(WorkspaceUser user, WorkspaceChannel channel, string text) => WriteAsync(user, channel.Id, text, null);

    /// <summary>Mentions the bot: Slack tells the app twice, of the message and of the mention.</summary>
    /// <param name="user">Who.</param>
    /// <param name="channel">Where.</param>
    /// <param name="text">What follows the mention.</param>
    public async Task<SeenMessage> MentionAsync(WorkspaceUser user, WorkspaceChannel channel, string text)
    {
        var message = await WriteAsync(user, channel.Id, $"<@{Settings.BotUserId}> {text}", null);
        await TellAsync(channel.Id, payloads.Mention(message));
        return message;
    }

    /// <summary>Changes the text of an own message.</summary>
    public async Task<SeenMessage> EditAsync(SeenMessage message, string text)
    {
        SeenMessage before;
        SeenMessage after;
        lock (state.Gate)
        {
            before = state.Board.Find(message.Channel, message.Ts)!;
            after = state.Board.Put(before with { Text = text, Edits = before.Edits + 1 });
        }

        await TellAsync(message.Channel, payloads.MessageChanged(before, after));
        return after;
    }

    /// <summary>Deletes an own message.</summary>
    public async Task DeleteAsync(SeenMessage message)
    {
        lock (state.Gate)
        {
            state.Board.Remove(message);
        }

        await TellAsync(message.Channel, payloads.MessageDeleted(message));
    }

    /// <summary>Opens the app's Home tab.</summary>
    public Task<AppAnswer?> OpenHomeAsync(WorkspaceUser user) => courier.BringEventAsync(payloads.HomeOpened(user, Home(user)));

    /// <summary>Archives a channel, or brings it back.</summary>
    public async Task ArchiveAsync(WorkspaceChannel channel, bool archived = true)
    {
        Change(channel, c => c with { Archived = archived });
        await courier.BringEventAsync(payloads.Event(new JsonObject { ["type"] = archived ? "channel_archive" : "channel_unarchive", ["channel"] = channel.Id, ["user"] = "U0ADMIN" }));
    }

    /// <summary>Removes the bot from a channel.</summary>
    public async Task RemoveBotAsync(WorkspaceChannel channel)
    {
        Change(channel, c => c with { BotIsIn = false });
        var type = channel.Private ? "group_left" : "channel_left";
        await courier.BringEventAsync(payloads.Event(new JsonObject { ["type"] = type, ["channel"] = channel.Id, ["actor_id"] = "U0ADMIN" }));
    }

    /// <summary>Invites the bot into a channel.</summary>
    public async Task InviteBotAsync(WorkspaceChannel channel)
    {
        Change(channel, c => c with { BotIsIn = true });
        await courier.BringEventAsync(payloads.Joined(channel, Settings.BotUserId));
    }

    /// <summary>Deactivates somebody.</summary>
    public Task DeactivateAsync(WorkspaceUser user) => ChangeProfileAsync(user, u => u with { Deleted = true });

    /// <summary>Changes somebody's profile and tells the app.</summary>
    public async Task ChangeProfileAsync(WorkspaceUser user, Func<WorkspaceUser, WorkspaceUser> change) => await courier.BringEventAsync(payloads.UserChanged(Change(user, change)));

    /// <summary>Removes the app from the workspace: its tokens die.</summary>
    public async Task UninstallAsync()
    {
        KillTokens("account_inactive");
        await courier.BringEventAsync(payloads.Event(new JsonObject { ["type"] = "app_uninstalled" }));
    }

    /// <summary>Revokes the bot token.</summary>
    public async Task RevokeTokensAsync()
    {
        KillTokens();
        await courier.BringEventAsync(payloads.Event(new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(Settings.BotUserId) } }));
    }

    /// <summary>Sends any event, with an id of its own.</summary>
    public Task<AppAnswer?> EventAsync(JsonObject happened) => courier.BringEventAsync(payloads.Event(happened));

    /// <summary>Sends any interaction as it is.</summary>
    public Task<AppAnswer> InteractionAsync(JsonObject payload) => courier.BringAsync(OutgoingKind.Interaction, payload);

    private async Task<SeenMessage> WriteAsync(WorkspaceUser user, string channel, string text, string? threadTs)
    {
        SeenMessage message;
        lock (state.Gate)
        {
            Require(state.Members.Channel(channel) is { Archived: false } open && open.Has(user), $"{user.Name} cannot write there.");
            message = state.Board.PostByPerson(channel, user.Id, text, threadTs);
        }

        await TellAsync(channel, payloads.Message(message));
        return message;
    }

    /// <summary>The app hears only of channels that its bot is in.</summary>
    private async Task TellAsync(string channel, JsonObject payload)
    {
        bool hears;
        lock (state.Gate)
        {
            hears = state.Members.Channel(channel)!.BotIsIn;
        }

        if (hears)
        {
            await courier.BringEventAsync(payload);
        }
    }
}
