using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Nudges;

/// <summary>Which words say nothing true or nothing new any more. Pure.</summary>
internal static class Muting
{
    /// <summary>Why a nudge is not sent; null when it is.</summary>
    public static NudgeOutcome? Of(Handoff handoff, Effect.Nudge nudge, DateTimeOffset now)
    {
        var clock = handoff.Clock(nudge.Clock);
        if (clock is null or { IsStopped: true } || !StillMeant(handoff, nudge))
        {
            return NudgeOutcome.MovedOn;
        }

        return clock.IsPaused ? NudgeOutcome.Paused
            : handoff.SnoozedUntil > now && !nudge.AsManager ? NudgeOutcome.Snoozed
            : nudge.Action == LadderAction.ReturnToPool ? null
            : !clock.StepsDone.Contains(nudge.Percent) ? NudgeOutcome.MovedOn
            : IsSuperseded(clock, nudge) ? NudgeOutcome.Superseded
            : null;
    }

    /// <summary>Whether a word about an event comes too late: it is offered to somebody else by now, taken, or decided.</summary>
    public static bool HasMovedOn(Handoff handoff, HandoffEvent happened, EmailAddress recipient) => happened is HandoffEvent.Contested
        ? handoff is not { State: HandoffState.Rejected, Contest.Upheld: null }
        : handoff.State != HandoffState.Offered || handoff.OfferedTo != recipient;

    // A reminder to somebody who no longer has it, or to the pool about what somebody has by now, says nothing true any more.
    private static bool StillMeant(Handoff handoff, Effect.Nudge nudge) =>
        nudge.AsManager || nudge.Recipient == (handoff.Owner ?? handoff.OfferedTo);

    // Only a later step that reaches the same person says it already.
    private static bool IsSuperseded(ClockState clock, Effect.Nudge nudge) =>
        clock.Ladder.Any(s => s.Percent > nudge.Percent && clock.StepsDone.Contains(s.Percent) && Reaches(s.Action, nudge.AsManager));

    private static bool Reaches(LadderAction action, bool asManager) => asManager
        ? action != LadderAction.NudgeOwner
        : action is LadderAction.NudgeOwner or LadderAction.NudgeOwnerAndManager;
}
