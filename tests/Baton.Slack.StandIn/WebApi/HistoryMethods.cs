using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>Reading what was written. Source of the rules: https://docs.slack.dev/reference/methods/conversations.history, …/conversations.replies.</summary>
internal sealed class HistoryMethods(WorkspaceState state)
{
    private const int UsualReplies = 1000;
    private const int UsualHistory = 100;
    private const int MostHistory = 999;

    /// <summary>Newest first, without the replies in threads.</summary>
    public JsonObject History(ApiCall call)
    {
        var channel = Readable(call);
        var messages = Within(call, state.Board.In(channel.Id)).Where(m => m.ThreadTs is null || m.Broadcast).Reverse();
        return Page(call, messages, call.Limit(UsualHistory, MostHistory));
    }

    /// <summary>Oldest first, the parent at the head.</summary>
    public JsonObject Replies(ApiCall call)
    {
        var channel = Readable(call);
        var thread = state.Board.Thread(channel.Id, call.Text("ts"));
        if (thread.Count == 0)
        {
            throw new RefusalException("thread_not_found");
        }

        return Page(call, thread.Take(1).Concat(Within(call, thread.Skip(1))), call.Limit(UsualReplies, UsualReplies));
    }

    private WorkspaceChannel Readable(ApiCall call)
    {
        var channel = state.Members.Visible(call.Text("channel"));
        state.Installation.Require(channel.DirectWith is not null ? "im:history" : channel.Private ? "groups:history" : "channels:history");
        return channel.BotIsIn ? channel : throw new RefusalException("not_in_channel");
    }

    private static IEnumerable<SeenMessage> Within(ApiCall call, IEnumerable<SeenMessage> messages)
    {
        var inclusive = call.Flag("inclusive");
        var oldest = call.Text("oldest");
        var latest = call.Text("latest");
        return messages.Where(m => (oldest.Length == 0 || Holds(m.Ts, oldest, inclusive)) && (latest.Length == 0 || Holds(latest, m.Ts, inclusive)));

        static bool Holds(string later, string earlier, bool orEqual) => string.CompareOrdinal(later, earlier) is var order && (order > 0 || (orEqual && order == 0));
    }

    private JsonObject Page(ApiCall call, IEnumerable<SeenMessage> messages, int limit) =>
        ApiJson.Page("messages", [.. messages.Select(m => ApiJson.Message(m, state.Settings, call.Flag("include_all_metadata")))], call.Offset(), limit);
}
