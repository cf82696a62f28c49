using Baton.Edges.Reading;
using System.Text.Json;

namespace Baton.Slack.Incoming;

/// <summary>Reads the payloads of the Events API, over HTTP and over a socket alike.</summary>
internal static class EventReader
{
    private const int LongestName = 60;

    /// <summary>What happened; null when the payload has no event of a type.</summary>
    /// <param name="payload">The whole payload, of type <c>event_callback</c>.</param>
    /// <exception cref="InvalidOperationException">A text in it is no Unicode.</exception>
    public static WorkspaceEvent? Read(JsonElement payload)
    {
        var happened = payload.At("event");
        var bot = BotOf(payload);
        return happened.Text("type") switch
        {
            null or "" => null,
            "message" => Message(happened, bot),
            "app_mention" => Mentioned(happened, bot),
            "app_home_opened" when happened.Text("user") is { } user && happened.Text("tab") is "home" => new WorkspaceEvent.HomeOpened(user),
            "user_change" or "user_profile_changed" when happened.At("user").Text("id") is { } user => new WorkspaceEvent.UserChanged(user),
            "channel_archive" or "group_archive" when happened.Text("channel") is { } channel => new WorkspaceEvent.ChannelLost(channel, LostWhy.Archived),
            "channel_deleted" or "group_deleted" when happened.Text("channel") is { } channel => new WorkspaceEvent.ChannelLost(channel, LostWhy.Deleted),
            "channel_left" or "group_left" when happened.Text("channel") is { } channel => new WorkspaceEvent.ChannelLost(channel, LostWhy.Removed),
            "member_left_channel" when IsBot(happened, bot) && happened.Text("channel") is { } channel => new WorkspaceEvent.ChannelLost(channel, LostWhy.Removed),
            "channel_unarchive" or "group_unarchive" when happened.Text("channel") is { } channel => new WorkspaceEvent.ChannelBack(channel),
            "member_joined_channel" when IsBot(happened, bot) && happened.Text("channel") is { } channel => new WorkspaceEvent.ChannelBack(channel),
            "app_uninstalled" => new WorkspaceEvent.Uninstalled("the app was removed from the workspace"),
            "tokens_revoked" when happened.At("tokens").At("bot").Items().Any() => new WorkspaceEvent.Uninstalled("its bot token was revoked"),
            var type => new WorkspaceEvent.Nothing(type.Length > LongestName ? type[..LongestName] : type),
        };
    }

    // One event goes out with one installation of the app, whose user is the bot (https://docs.slack.dev/apis/events-api).
    private static string? BotOf(JsonElement payload) =>
        payload.At("authorizations").Items().Where(a => a.Says("is_bot")).Select(a => a.Text("user_id")).FirstOrDefault(id => !string.IsNullOrEmpty(id));

    private static bool IsBot(JsonElement happened, string? bot) => bot is not null && happened.Text("user") == bot;

    private static WorkspaceEvent Message(JsonElement happened, string? bot) => happened.Text("subtype") switch
    {
        null or "" or "thread_broadcast" or "file_share" => Wrote(happened, bot),
        "message_changed" => Changed(happened, bot),
        "message_deleted" when Author(happened.At("previous_message"), bot) is not null && AtOf(happened, happened.Text("deleted_ts"), happened.At("previous_message").Text("thread_ts")) is { } at =>
            new WorkspaceEvent.Deleted(at),
        _ => new WorkspaceEvent.Nothing("message"),
    };

    private static WorkspaceEvent Wrote(JsonElement happened, string? bot)
    {
        if (Author(happened, bot) is not { } user || AtOf(happened, happened.Text("ts")) is not { } at)
        {
            return new WorkspaceEvent.Nothing("message");
        }

        // What is addressed to Baton comes as app_mention too, and is a command.
        var text = happened.Text("text") ?? "";
        return !at.IsDirect && IsAddressed(text, bot) ? new WorkspaceEvent.Nothing("message") : new WorkspaceEvent.Wrote(user, at, text);
    }

    // In a thread, a message that mentions Baton further on is said to somebody else: it comes as a message too, and is a reply.
    private static WorkspaceEvent Mentioned(JsonElement happened, string? bot)
    {
        var text = happened.Text("text") ?? "";
        return Author(happened, bot) is { } user && AtOf(happened, happened.Text("ts")) is { } at && (at.ThreadTs is null || IsAddressed(text, bot))
            ? new WorkspaceEvent.Mentioned(user, at, WithoutMention(text, bot))
            : new WorkspaceEvent.Nothing("app_mention");
    }

    private static bool IsAddressed(string text, string? bot) => bot is not null && text.TrimStart().StartsWith($"<@{bot}", StringComparison.Ordinal);

    private static string WithoutMention(string text, string? bot)
    {
        var start = bot is null ? -1 : text.IndexOf($"<@{bot}", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('>', start);
        return end < 0 ? text : $"{text[..start].TrimEnd()} {text[(end + 1)..].TrimStart()}".Trim();
    }

    // An unfurled link also changes a message; only one that its author edited says so.
    private static WorkspaceEvent Changed(JsonElement happened, string? bot)
    {
        var message = happened.At("message");
        return Author(message, bot) is { } user && message.At("edited").Text("ts") is { } edited && AtOf(happened, message.Text("ts"), message.Text("thread_ts")) is { } at
            ? new WorkspaceEvent.Edited(user, at, message.Text("text") ?? "", edited)
            : message.Text("subtype") == "tombstone" && AtOf(happened, message.Text("ts"), message.Text("thread_ts")) is { } gone
            ? new WorkspaceEvent.Deleted(gone)
            : new WorkspaceEvent.Nothing("message");
    }

    private static string? Author(JsonElement message, string? bot) =>
        message.Text("bot_id") is null && message.Text("user") is { Length: > 0 } user && user != bot ? user : null;

    private static MessageAt? AtOf(JsonElement happened, string? ts, string? threadTs = null) =>
        happened.Text("channel") is { Length: > 0 } channel && ts is { Length: > 0 }
            ? new MessageAt(channel, ts, (threadTs ?? happened.Text("thread_ts")) is { } thread && thread != ts ? thread : null, happened.Text("channel_type") == "im")
            : null;
}
