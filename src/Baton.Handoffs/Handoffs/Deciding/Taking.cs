using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>Accept, reject, undo.</summary>
internal static class Taking
{
    private static readonly HandoffEvent[] None = [];

    public static Decision Accept(Moment at) => at.State switch
    {
        HandoffState.Offered => Permissions.ToTake(at.Handoff, at.Actor) is { } no
            ? Decision.No(no)
            : Decision.Of(new HandoffEvent.Accepted(at.Now, at.By)
            {
                Clocks = at.OnlyAsks ? null : Clocks.AtAccept(at.Handoff, at.Terms, at.Now),
                EndsSnooze = at.Handoff.SnoozedUntil is null ? null : true,
            }),
        HandoffState.Accepted or HandoffState.Contacted or HandoffState.Qualified when at.Handoff.Owner == at.By => Decision.No(new Refusal.AlreadyYours()),
        HandoffState.Accepted or HandoffState.Contacted or HandoffState.Qualified when at.Handoff.Owner is { } owner =>
            Decision.No(new Refusal.AlreadyTaken(owner, at.Handoff.Milestones.Accepted ?? at.Handoff.Last.At)),
        HandoffState.Rejected => Decision.No(new Refusal.AlreadyDecided(at.State, at.Handoff.Reason?.By)),
        _ => Decision.No(new Refusal.NotNow(at.State)),
    };

    public static Decision Reject(Moment at, Intent.Reject intent)
    {
        if (MayReject(at) is { } no)
        {
            return Decision.No(no);
        }

        var reason = at.Terms.Reasons.Reject.FirstOrDefault(r => r.Code == intent.Code);
        if (reason is null)
        {
            return Decision.No(new Refusal.UnknownReason(intent.Code, at.Terms.Reasons.Reject));
        }

        if (reason.CommentRequired && string.IsNullOrWhiteSpace(intent.Comment))
        {
            return Decision.No(new Refusal.CommentMissing());
        }

        var rightOne = reason.FollowUp == FollowUp.WhoseIsIt && !string.IsNullOrWhiteSpace(intent.FollowUp) ? at.PersonNamed(intent.FollowUp) : null;
        if (reason.FollowUp == FollowUp.WhoseIsIt && !string.IsNullOrWhiteSpace(intent.FollowUp) && rightOne?.Is(Roles.Rep | Roles.Manager) != true)
        {
            return Decision.No(new Refusal.UnknownPerson(intent.FollowUp.Trim()));
        }

        var rejected = new HandoffEvent.Rejected(at.Now, at.By, reason.Code, reason.Class, Blank(intent.Comment), Blank(intent.FollowUp))
        {
            Clocks = at.OnlyAsks ? null : Clocks.StopAll(at.Handoff, at.Terms, at.Now),
        };
        return new Decision.Happens([rejected, .. rightOne is null || rightOne.Email == at.By ? None : [Passing.Reroute(at, rejected, rightOne)]]);
    }

    public static Decision Undo(Moment at)
    {
        if (at.Handoff.Undoable is not { } undoable || undoable.By != at.By || at.State is not (HandoffState.Accepted or HandoffState.Rejected))
        {
            return Decision.No(new Refusal.NothingToUndo());
        }

        if (at.Handoff.Reason?.Class == ReasonClass.Compliance)
        {
            return Decision.No(new Refusal.Suppressed());
        }

        return Decision.Of(new HandoffEvent.Undone(at.Now, at.By, undoable.What, undoable.State, undoable.Owner)
        {
            Clocks = at.OnlyAsks ? null : Clocks.AtUndo(at.Handoff, undoable.State, at.Terms, at.Now),
        });
    }

    /// <summary>The text without blanks around it, or null when nothing is left.</summary>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal? MayReject(Moment at) => at.State switch
    {
        HandoffState.Offered => Permissions.ToTake(at.Handoff, at.Actor),
        HandoffState.Accepted => Permissions.ToWork(at.Handoff, at.Actor),
        HandoffState.Rejected => new Refusal.AlreadyDecided(at.State, at.Handoff.Reason?.By),
        _ => new Refusal.NotNow(at.State),
    };
}
