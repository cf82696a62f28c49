using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Refusals;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>What an intent comes to.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>These things happen, in this order. None means that there was nothing to do (a stale timer, a repeated delivery).</summary>
    public sealed record Happens(IReadOnlyList<HandoffEvent> Events) : Decision;

    /// <summary>Nothing happens, for this reason.</summary>
    public sealed record Refused(Refusal Why) : Decision;

    /// <summary>One thing happens.</summary>
    public static Decision Of(params HandoffEvent[] events) => new Happens(events);

    /// <summary>There is nothing to do.</summary>
    public static Decision Nothing { get; } = new Happens([]);

    /// <summary>Nothing happens, for this reason.</summary>
    public static Decision No(Refusal why) => new Refused(why);
}
