using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Nudges;

/// <summary>Which words say nothing true or nothing new any more. Pure.</summary>
internal static class Muting
{
    /// <summary>Why a nudge or a word is not sent to that person; null when it is.</summary>
    /// <param name="handoff">The handoff as it stands.</param>
    /// <param name="word">The nudge or word.</param>
    /// <param name="happened">For a word, what it is about.</param>
    /// <param name="person">For whom it is; null for the pool, or for somebody whom nobody knows any more.</param>
    /// <param name="now">When.</param>
    public static NudgeOutcome? Of(Handoff handoff, Effect word, HandoffEvent? happened, Person? person, DateTimeOffset now)
    {
        if (handoff.ErasedAt is not null)
        {
            return NudgeOutcome.MovedOn;
        }

        var said = word switch
        {
            Effect.Nudge nudge => OfNudge(handoff, nudge, now),
            Effect.Tell tell => HasMovedOn(handoff, happened!, tell.Recipient) ? NudgeOutcome.MovedOn : null,
            _ => throw new InvalidOperationException($"{word.GetType().Name} is no word to anybody."),
        };
        return said is null or NudgeOutcome.Snoozed && person?.IsAway(now) == true ? NudgeOutcome.Away : said;
    }

    /// <summary>Until when somebody is not told because of that; null for ever.</summary>
    public static DateTimeOffset? Until(Handoff handoff, NudgeOutcome muted, Person? person) => muted switch
    {
        NudgeOutcome.Snoozed => handoff.SnoozedUntil,
        NudgeOutcome.Away => person?.Absence?.Until,
        _ => null,
    };

    private static NudgeOutcome? OfNudge(Handoff handoff, Effect.Nudge nudge, DateTimeOffset now)
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

    // A word about an event comes too late when it is offered to somebody else by now, taken, or decided.
    private static bool HasMovedOn(Handoff handoff, HandoffEvent happened, EmailAddress recipient) => happened switch
    {
        HandoffEvent.Contested => handoff is not { State: HandoffState.Rejected, Contest.Upheld: null },
        HandoffEvent.Reoffered { Cause: ReofferCause.OwnerAway } => handoff is not { State: HandoffState.Offered, OfferedTo: null },
        _ => handoff.State != HandoffState.Offered || handoff.OfferedTo != recipient,
    };

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
