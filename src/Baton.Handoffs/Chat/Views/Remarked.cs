using Baton.Handoffs.Handoffs.Events;

namespace Baton.Handoffs.Chat.Views;

/// <summary>A timeline as people read it: of what somebody wrote only the newest text, and of what was deleted only that it was.</summary>
public static class Remarked
{
    /// <summary>The timeline without the texts that were changed or deleted later. They stay stored.</summary>
    public static IReadOnlyList<HandoffEvent> AsRead(IReadOnlyList<HandoffEvent> timeline)
    {
        var written = timeline.Select(e => (Id: MessageOf(e), Event: e)).Where(e => e.Id is not null).ToLookup(e => e.Id, e => e.Event);
        return [.. timeline.Where(e => MessageOf(e) is not { } id || Standing([.. written[id]]) == e)];
    }

    // A deletion of something that nobody ever saw tells nobody anything.
    private static HandoffEvent? Standing(IReadOnlyList<HandoffEvent> events) => events.LastOrDefault(e => e is HandoffEvent.CommentDeleted) switch
    {
        { } deleted => events.Count > 1 ? deleted : null,
        null => events.OfType<HandoffEvent.CommentEdited>().MaxBy(e => e.WrittenAt) ?? events[0],
    };

    private static string? MessageOf(HandoffEvent happened) => happened switch
    {
        HandoffEvent.Commented it => it.MessageId,
        HandoffEvent.CommentEdited it => it.MessageId,
        HandoffEvent.CommentDeleted it => it.MessageId,
        _ => null,
    };
}
