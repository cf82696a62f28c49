using System.Text.Json;
using Baton.Edges.Reading;

namespace Baton.Teams.Incoming;

/// <summary>Reads what happened to teams and channels (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events).</summary>
internal static class ConversationUpdates
{
    /// <summary>What happened.</summary>
    public static TeamsActivity Read(JsonElement activity, string? happened, Surroundings at)
    {
        var channel = activity.At("channelData").At("channel");
        return (happened, channel.Text("id")) switch
        {
            ("channelCreated" or "channelRenamed" or "channelRestored" or "channelShared", { } id) => new TeamsActivity.ChannelThere(at, id, channel.Text("name")),
            ("channelDeleted", { } id) => new TeamsActivity.ChannelLost(at, id, "the channel was deleted"),
            ("channelUnshared", { } id) => new TeamsActivity.ChannelLost(at, id, "the channel is no longer shared with the team"),
            ("teamArchived", _) => new TeamsActivity.TeamLost(at, "the team was archived"),
            ("teamDeleted" or "teamHardDeleted", _) => new TeamsActivity.TeamLost(at, "the team was deleted"),
            ("teamRestored" or "teamUnarchived", _) => new TeamsActivity.TeamBack(at),
            _ when Has(activity.At("membersAdded"), at.Self) => new TeamsActivity.Installed(at),
            _ when Has(activity.At("membersRemoved"), at.Self) => new TeamsActivity.Uninstalled(at),
            _ => new TeamsActivity.Nothing(at, happened ?? "conversationUpdate"),
        };
    }

    private static bool Has(JsonElement members, string? self) => self is not null && members.Items().Any(member => member.Text("id") == self);
}
