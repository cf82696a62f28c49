using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.StandIn.Workspace;

/// <summary>All messages, with the private ones. Guarded by the workspace's gate.</summary>
internal sealed class Board(StrictSlackSettings settings, Ids ids)
{
    private const int TruncatedBeyond = 40_000;
    private readonly List<SeenMessage> messages = [];
    private readonly Dictionary<(string Channel, string Ts), int> places = [];

    /// <summary>What everybody in a channel sees, oldest first, replies too.</summary>
    public IReadOnlyList<SeenMessage> In(string channel) => [.. messages.Where(m => m.Channel == channel && m.OnlyFor is null && IsUp(m))];

    /// <summary>What only one user sees, oldest first.</summary>
    public IReadOnlyList<SeenMessage> OnlyFor(string user) => [.. messages.Where(m => m.OnlyFor == user && IsUp(m))];

    /// <summary>A message that is up; null when there is none.</summary>
    public SeenMessage? Find(string channel, string ts) => places.TryGetValue((channel, ts), out var place) ? messages[place] : null;

    /// <summary>The messages of a thread, the parent first.</summary>
    public IReadOnlyList<SeenMessage> Thread(string channel, string ts) => [.. In(channel).Where(m => m.Ts == ts || m.ThreadTs == ts)];

    /// <summary>Puts a message of the app's up.</summary>
    public SeenMessage PostByApp(string channel, string text, JsonArray? blocks) =>
        new(channel, ids.NextTs(), settings.BotUserId, text.Length > TruncatedBeyond ? text[..TruncatedBeyond] : text) { ByApp = true, Blocks = Identified(blocks) };

    /// <summary>Puts a message of a person's up.</summary>
    public SeenMessage PostByPerson(string channel, string user, string text, string? threadTs) =>
        Put(new SeenMessage(channel, ids.NextTs(), user, text) { ThreadTs = threadTs });

    /// <summary>Puts it up, or in place of the one with the same timestamp.</summary>
    public SeenMessage Put(SeenMessage message)
    {
        if (places.TryGetValue((message.Channel, message.Ts), out var place))
        {
            return messages[place] = message;
        }

        places[(message.Channel, message.Ts)] = messages.Count;
        messages.Add(message);
        return message;
    }

    /// <summary>Takes it down.</summary>
    public void Remove(SeenMessage message) => places.Remove((message.Channel, message.Ts));

    /// <summary>Blocks with all ids, as Slack stores them.</summary>
    public JsonElement? Identified(JsonArray? blocks)
    {
        if (blocks is null || blocks.Count == 0)
        {
            return null;
        }

        BlockElements.GiveIds(blocks, () => ids.Next("b"));
        return JsonElement.Parse(blocks.ToJsonString());
    }

    /// <summary>Refuses a thread that does not begin with this message: a reply is no parent.</summary>
    public void RequireParent(string channel, string threadTs)
    {
        var parent = Find(channel, threadTs) ?? throw new RefusalException("thread_not_found");
        if (parent.ThreadTs is not null || parent.OnlyFor is not null)
        {
            throw new RefusalException("cannot_reply_to_message", "thread_ts must be the timestamp of the parent");
        }
    }

    private bool IsUp(SeenMessage message) => places.ContainsKey((message.Channel, message.Ts));
}
