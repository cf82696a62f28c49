using System.Text.Json;
using Baton.Edges.Reading;

namespace Baton.Teams.Incoming;

/// <summary>
/// Reads what happened to teams and channels (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events). Of a shared channel the team that
/// an activity names is the one that owns it; with whom it is shared is told beside (https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels).
/// </summary>
internal static class ConversationUpdates
{
    /// <summary>What happened.</summary>
    public static TeamsActivity Read(JsonElement activity, string? happened, Surroundings at)
    {
        var channel = activity.At("channelData").At("channel");
        return (happened, channel.Text("id")) switch
        {
            ("channelCreated" or "channelRenamed" or "channelRestored", { } id) => new TeamsActivity.ChannelThere(at, id, channel.Text("name")),
            ("channelShared", { } id) => new TeamsActivity.ChannelThere(at, id, channel.Text("name")) { SharedWith = Ids(activity.At("channelData").At("sharedWithTeams")) },
            ("channelDeleted", { } id) => new TeamsActivity.ChannelLost(at, id, "the channel was deleted"),
            ("channelUnshared", { } id) => new TeamsActivity.ChannelUnshared(at, id, Ids(activity.At("channelData").At("unsharedFromTeams"))),
            ("channelMemberAdded", var id) when Has(activity.At("membersAdded"), at.Self) => new TeamsActivity.ChannelThere(at, id ?? at.Conversation, channel.Text("name")),
            ("channelMemberRemoved", var id) when Has(activity.At("membersRemoved"), at.Self) => new TeamsActivity.ChannelLost(at, id ?? at.Conversation, "Baton was removed from it"),
            ("teamArchived", _) => new TeamsActivity.TeamLost(at, "the team was archived"),
            ("teamDeleted" or "teamHardDeleted", _) => new TeamsActivity.TeamLost(at, "the team was deleted"),
            ("teamRestored" or "teamUnarchived", _) => new TeamsActivity.TeamBack(at),
            (null or "teamMemberAdded", _) when Has(activity.At("membersAdded"), at.Self) => new TeamsActivity.Installed(at),
            (null or "teamMemberRemoved", _) when Has(activity.At("membersRemoved"), at.Self) => new TeamsActivity.Uninstalled(at),
            _ => new TeamsActivity.Nothing(at, happened ?? "conversationUpdate"),
        };
    }

    private static IReadOnlyList<string> Ids(JsonElement teams) => [.. teams.Items().Select(team => team.Text("id")).OfType<string>()];

    private static bool Has(JsonElement members, string? self) => self is not null && members.Items().Any(member => member.Text("id") == self);
}
