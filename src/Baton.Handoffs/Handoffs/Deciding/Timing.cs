using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>What the passing of time does: ladder steps, absences that begin, recycled leads that come back; and pausing it.</summary>
internal static class Timing
{
    public static Decision Pause(Moment at, Intent.Pause intent)
    {
        if (MayPause(at) is { } no)
        {
            return Decision.No(no);
        }

        return at.Handoff.IsPaused ? Decision.No(new Refusal.PauseUnchanged(true))
            : string.IsNullOrWhiteSpace(intent.Why) ? Decision.No(new Refusal.CommentMissing())
            : Decision.Of(new HandoffEvent.Paused(at.Now, at.By, intent.Why.Trim()) { Clocks = Clocks.Pause(at.Handoff, intent.Why.Trim(), at.Terms, at.Now) });
    }

    public static Decision Resume(Moment at) =>
        MayPause(at) is { } no ? Decision.No(no)
        : !at.Handoff.IsPaused ? Decision.No(new Refusal.PauseUnchanged(false))
        : Decision.Of(new HandoffEvent.Resumed(at.Now, at.By) { Clocks = Clocks.Resume(at.Handoff, at.Now) });

    /// <summary>Takes every step that is due. Of several steps of one clock only the last is taken: nobody is flooded to catch up.</summary>
    public static Decision WakeUp(Moment at)
    {
        if (Permissions.ToRecord(at.Actor) is { } no)
        {
            return Decision.No(no);
        }

        var events = new List<HandoffEvent>();
        var handoff = at.Handoff;
        foreach (var kind in Enum.GetValues<ClockKind>())
        {
            if (handoff.Clock(kind) is { } clock && clock.StepsDue(at.Now, at.Terms.Calendars) is [.., var due])
            {
                var reached = new HandoffEvent.StepReached(at.Now, at.By, kind, due.Step.Percent, due.Step.Action) { Clocks = [Stepped(at with { Handoff = handoff }, clock, due.Step)] };
                events.Add(reached);
                handoff = Fold.Apply(handoff, reached);
                if (due.Step.Action is LadderAction.ReturnToPool or LadderAction.ManagerAskedAgain && Hop(at with { Handoff = handoff }) is { } hop)
                {
                    events.Add(hop);
                    handoff = Fold.Apply(handoff, hop);
                }
            }
        }

        if (Passing.Relieve(at with { Handoff = handoff }) is { } relieved)
        {
            events.Add(relieved);
        }

        if (handoff is { State: HandoffState.Recycled, FollowedBy: null, ComesBackOn: { } on } && on <= at.Now)
        {
            events.Add(new HandoffEvent.CameBack(at.Now, at.By, HandoffId.For(handoff.Lead.Source, handoff.Lead.ExternalId, handoff.Round + 1)));
        }

        return new Decision.Happens(events);
    }

    // Where a lead should move on and cannot, its managers are asked again every working day until somebody decides.
    private static ClockState Stepped(Moment at, ClockState clock, LadderStep step)
    {
        var done = clock.MarkDone(step.Percent);
        return step.Action is LadderAction.ReturnToPool or LadderAction.ManagerAskedAgain && IsLeftOver(at) && Hop(at) is null
            ? Clocks.AskAgain(done, step, at.Terms, at.Now)
            : done;
    }

    // Who gets what nobody took has it already, and keeps it.
    private static bool IsLeftOver(Moment at) =>
        at.State is HandoffState.Offered or HandoffState.Accepted
        && !(at.Terms.FallbackOwner is { } fallback && (at.Handoff.Owner ?? at.Handoff.OfferedTo) == fallback);

    // Within the hop limit the pool gets it again without whom it was offered to; after that the fallback owner; without one it stays, and managers are told.
    private static HandoffEvent? Hop(Moment at)
    {
        if (at.State is not (HandoffState.Offered or HandoffState.Accepted))
        {
            return null;
        }

        var left = at.Handoff.Owner ?? at.Handoff.OfferedTo;
        if (at.Handoff.Hops < at.Terms.HopLimit)
        {
            return Moved(at, ReofferCause.LadderToPool, null, left);
        }

        return at.Terms.FallbackOwner is { } fallback && at.Handoff.OfferedTo != fallback && at.Terms.Roster.Find(fallback)?.IsAway(at.Now) != true ? Moved(at, ReofferCause.Fallback, fallback, left) : null;
    }

    private static HandoffEvent.Reoffered Moved(Moment at, ReofferCause cause, Leads.EmailAddress? to, Leads.EmailAddress? without) =>
        new(at.Now, at.By, cause, at.Handoff.Route, to, without, at.Handoff.Hops + 1, null)
        {
            Clocks = Clocks.AtHop(at.Handoff, at.Terms, at.Now),
        };

    private static Refusal? MayPause(Moment at) => at.State switch
    {
        HandoffState.Offered => Permissions.ToManage(at.Actor),
        HandoffState.Accepted or HandoffState.Contacted => Permissions.ToWork(at.Handoff, at.Actor),
        _ => new Refusal.NotNow(at.State),
    };
}
