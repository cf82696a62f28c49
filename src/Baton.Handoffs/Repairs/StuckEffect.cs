using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Repairs;

/// <summary>An effect that stands still until something changes: a dead letter, or one that waits for a place.</summary>
/// <param name="Handoff">Whose.</param>
/// <param name="Effect">Its id within the handoff.</param>
/// <param name="Kind">What it is: the effect's stored name, such as <c>showCard</c>.</param>
/// <param name="Place">Where it was to arrive.</param>
/// <param name="Cause">Why it stands still, as a class.</param>
/// <param name="Why">What the platform said last.</param>
/// <param name="Since">When it first came to a stand; trying it again in vain changes nothing of it.</param>
public sealed record StuckEffect(HandoffId Handoff, string Effect, string Kind, Place Place, StuckCause Cause, string Why, DateTimeOffset Since)
{
    /// <summary>When somebody set it going last; null when nobody has, or when it has come to a stand again since.</summary>
    public DateTimeOffset? RetriedAt { get; init; }
}
