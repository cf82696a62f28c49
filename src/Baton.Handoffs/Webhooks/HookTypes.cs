using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Webhooks;

/// <summary>
/// What other systems are told of, by names after the events. The names are sent, configured and stored nowhere else; they never change.
/// Form: the Standard Webhooks specification's, identifiers of <c>[a-zA-Z0-9_]</c> delimited by full stops.
/// </summary>
public static class HookTypes
{
    /// <summary>Its card goes up for the first time.</summary>
    public const string Offered = "handoff.offered";

    /// <summary>Required fields are missing: it lies with marketing.</summary>
    public const string Returned = "handoff.returned";

    /// <summary>Marketing fixed it, and it is offered.</summary>
    public const string Resubmitted = "handoff.resubmitted";

    /// <summary>It is up for taking again, or for somebody else.</summary>
    public const string Reoffered = "handoff.reoffered";

    /// <summary>A rep took it.</summary>
    public const string Accepted = "handoff.accepted";

    /// <summary>Sales refused it before contact.</summary>
    public const string Rejected = "handoff.rejected";

    /// <summary>An accept or a rejection was taken back.</summary>
    public const string Undone = "handoff.undone";

    /// <summary>The first touch, and each attempt after it.</summary>
    public const string Contacted = "handoff.contacted";

    /// <summary>Qualified by sales.</summary>
    public const string Qualified = "handoff.qualified";

    /// <summary>To come back on a date.</summary>
    public const string Recycled = "handoff.recycled";

    /// <summary>No, for good.</summary>
    public const string Disqualified = "handoff.disqualified";

    /// <summary>Won, and once more when another amount became known.</summary>
    public const string Won = "handoff.won";

    /// <summary>Lost.</summary>
    public const string Lost = "handoff.lost";

    /// <summary>Marketing took it back, or the person must not be contacted.</summary>
    public const string Withdrawn = "handoff.withdrawn";

    /// <summary>A clock reached a step of its ladder at or beyond its target.</summary>
    public const string Breached = "handoff.breached";

    /// <summary>Its person was erased.</summary>
    public const string Erased = "handoff.erased";

    /// <summary>All of them, in the order of a handoff's life.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Offered, Returned, Resubmitted, Reoffered, Accepted, Rejected, Undone, Contacted, Qualified, Recycled, Disqualified, Won, Lost, Withdrawn, Breached, Erased,
    ];

    /// <summary>What an event is told as; null for what stays within Baton.</summary>
    public static string? Of(HandoffEvent happened) => happened switch
    {
        HandoffEvent.Received { Missing.Count: > 0 } => Returned,
        HandoffEvent.Received => Offered,
        HandoffEvent.Resubmitted => Resubmitted,
        HandoffEvent.Reoffered => Reoffered,
        HandoffEvent.Accepted => Accepted,
        HandoffEvent.Rejected => Rejected,
        HandoffEvent.Undone => Undone,
        HandoffEvent.Touched => Contacted,
        HandoffEvent.QualifiedBySales => Qualified,
        HandoffEvent.Recycled => Recycled,
        HandoffEvent.Disqualified => Disqualified,
        HandoffEvent.Won => Won,
        HandoffEvent.Lost => Lost,
        HandoffEvent.Withdrawn => Withdrawn,
        // That managers are asked every working day is a reminder, and no news.
        HandoffEvent.StepReached { Percent: >= 100, Action: not LadderAction.ManagerAskedAgain } => Breached,
        HandoffEvent.Erased => Erased,
        HandoffEvent.StepReached or HandoffEvent.Snoozed or HandoffEvent.CameBack or HandoffEvent.Contested or HandoffEvent.ContestDecided or HandoffEvent.Acknowledged
            or HandoffEvent.Commented or HandoffEvent.CommentEdited or HandoffEvent.CommentDeleted or HandoffEvent.Paused or HandoffEvent.Resumed or HandoffEvent.Repeated
            or HandoffEvent.NudgeSettled or HandoffEvent.CardShown or HandoffEvent.RelativeErased => null,
        _ => throw new InvalidOperationException($"There is no rule for {happened.GetType().Name}."),
    };
}
