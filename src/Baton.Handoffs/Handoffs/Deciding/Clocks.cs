using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>Which clocks start, stop and run on when something happens. Each answers the clocks that changed; null for none.</summary>
internal static class Clocks
{
    private const int Whole = 100;

    /// <summary>At a first offer: accept runs from now, contact from when the lead was qualified at the source.</summary>
    public static IReadOnlyList<ClockState> AtOffer(Lead lead, Tier tier, Terms terms, DateTimeOffset now) =>
        [ClockState.Start(terms.PolicyOf(ClockKind.Accept, lead, tier), now), NewContact(lead, tier, terms, now)];

    /// <summary>After a fix: a stopped or missing accept clock starts anew, what marketing took to fix it is not sales' time; the contact clock runs on.</summary>
    public static IReadOnlyList<ClockState> AtResubmit(Handoff handoff, Lead lead, Tier tier, Terms terms, DateTimeOffset now) =>
        [ClockState.Start(terms.PolicyOf(ClockKind.Accept, lead, tier), now), Contact(handoff, lead, tier, terms, now)];

    /// <summary>When somebody takes it: accept stops, contact runs on.</summary>
    public static IReadOnlyList<ClockState>? AtAccept(Handoff handoff, Terms terms, DateTimeOffset now) =>
        Changed([
            .. Stop(handoff, terms, now, ClockKind.Accept) ?? [],
            .. handoff.Clocks.Where(c => c.Kind == ClockKind.Contact && IsClimbed(c)).Select(c => ClimbedAgain(c, handoff, terms, now)),
        ]);

    /// <summary>
    /// When it is up for taking again by people's will: the accept clock goes on where it stood, on the new pool's terms. Past its target its ladder begins once
    /// more, so that whoever is given it late has time to take it before it goes on to others.
    /// </summary>
    public static IReadOnlyList<ClockState> AtReoffer(Handoff handoff, Terms terms, DateTimeOffset now)
    {
        var policy = terms.PolicyOf(ClockKind.Accept, handoff.Lead, handoff.Tier);
        var accept = handoff.Clock(ClockKind.Accept) is { } clock
            ? clock.Reopen(now).ChangePolicy(now, policy, terms.Calendars)
            : ClockState.Start(policy, now);
        accept = IsClimbed(accept) || accept.Elapsed(now, terms.Calendars) > accept.Target ? ClimbedAgain(accept, handoff, terms, now) : accept;
        return [Held(handoff, accept, terms, now), Held(handoff, Contact(handoff, handoff.Lead, handoff.Tier, terms, now), terms, now)];
    }

    /// <summary>When the ladder moves it on: whoever comes next gets the whole target; the breach is in the timeline, and what was counted stays for the figures.</summary>
    public static IReadOnlyList<ClockState> AtHop(Handoff handoff, Terms terms, DateTimeOffset now)
    {
        var next = ClockState.Start(terms.PolicyOf(ClockKind.Accept, handoff.Lead, handoff.Tier), now);

        // Figures need no words: why it was paused stays in the timeline, where an erasure finds it.
        return handoff.Clock(ClockKind.Accept)?.Stop(now, terms.Calendars) is { } before
            ? [next with { EarlierRuns = [.. before.EarlierRuns ?? [], .. before.Runs.Select(run => run with { PauseReason = null })] }]
            : [next];
    }

    /// <summary>
    /// A clock at whose last step nobody could be given the lead: one more step, a working day from now. What was missed meanwhile is not
    /// caught up, and of earlier such steps only the one just taken is kept.
    /// </summary>
    /// <param name="clock">The clock, with the step done.</param>
    /// <param name="taken">The step just taken.</param>
    /// <param name="terms">When people work.</param>
    /// <param name="now">When.</param>
    public static ClockState AskAgain(ClockState clock, LadderStep taken, Terms terms, DateTimeOffset now)
    {
        var reached = PercentOf(clock.Elapsed(now, terms.Calendars), clock.Target);
        var day = Math.Max(1, PercentOf(terms.Calendars.Get(clock.Calendar).FullDay, clock.Target));
        IReadOnlyList<LadderStep> kept = [.. clock.Ladder.Where(s => s.Action != LadderAction.ManagerAskedAgain || s == taken)];
        return clock with
        {
            Ladder = [.. kept, new LadderStep(Math.Max(taken.Percent, reached) + day, LadderAction.ManagerAskedAgain)],
            StepsDone = [.. clock.StepsDone.Where(percent => kept.Any(s => s.Percent == percent))],
        };
    }

    /// <summary>Stops the given clocks that are open.</summary>
    public static IReadOnlyList<ClockState>? Stop(Handoff handoff, Terms terms, DateTimeOffset now, params ClockKind[] kinds) =>
        Changed(handoff.Clocks.Where(c => kinds.Contains(c.Kind) && !c.IsStopped).Select(c => c.Stop(now, terms.Calendars)));

    /// <summary>Stops every clock.</summary>
    public static IReadOnlyList<ClockState>? StopAll(Handoff handoff, Terms terms, DateTimeOffset now) =>
        Stop(handoff, terms, now, ClockKind.Accept, ClockKind.Contact, ClockKind.Outcome);

    /// <summary>At the first touch: accept and contact stop, outcome starts.</summary>
    public static IReadOnlyList<ClockState> AtFirstTouch(Handoff handoff, Terms terms, DateTimeOffset now) =>
        [
            .. Stop(handoff, terms, now, ClockKind.Accept, ClockKind.Contact) ?? [],
            Held(handoff, ClockState.Start(terms.PolicyOf(ClockKind.Outcome, handoff.Lead, handoff.Tier), now), terms, now),
        ];

    /// <summary>When an accept or reject is undone: what it stopped runs again; the time in between is not counted.</summary>
    public static IReadOnlyList<ClockState>? AtUndo(Handoff handoff, HandoffState to, Terms terms, DateTimeOffset now) =>
        Changed(handoff.Clocks.Where(c => c.IsStopped && Runs(c.Kind, to)).Select(c => Held(handoff, c.Reopen(now), terms, now)));

    /// <summary>Pauses every open clock.</summary>
    public static IReadOnlyList<ClockState>? Pause(Handoff handoff, string why, Terms terms, DateTimeOffset now) =>
        Changed(handoff.Clocks.Where(c => c.IsRunning).Select(c => c.Pause(now, why, terms.Calendars)));

    /// <summary>Lets every paused clock run.</summary>
    public static IReadOnlyList<ClockState>? Resume(Handoff handoff, DateTimeOffset now) =>
        Changed(handoff.Clocks.Where(c => c.IsPaused).Select(c => c.Resume(now)));

    private static bool Runs(ClockKind kind, HandoffState state) => (kind, state) switch
    {
        (ClockKind.Accept, HandoffState.Offered) => true,
        (ClockKind.Contact, HandoffState.Offered or HandoffState.Accepted) => true,
        _ => false,
    };

    private static ClockState Contact(Handoff handoff, Lead lead, Tier tier, Terms terms, DateTimeOffset now)
    {
        return handoff.Clock(ClockKind.Contact) is { } clock
            ? clock.Reopen(now).ChangePolicy(now, ContactPolicy(lead, tier, terms, clock.StartedAt, handoff.Milestones.Offered ?? now), terms.Calendars)
            : NewContact(lead, tier, terms, now);
    }

    // Steps that were due before sales could see the lead are settled: nobody is nudged about time that was not theirs.
    private static ClockState NewContact(Lead lead, Tier tier, Terms terms, DateTimeOffset now)
    {
        var since = lead.QualifiedAt is { } at && at < now ? at : now;
        var clock = ClockState.Start(terms.PolicyOf(ClockKind.Contact, lead, tier), since).ChangePolicy(now, ContactPolicy(lead, tier, terms, since, now), terms.Calendars);
        return clock.StepsDue(now, terms.Calendars) is [.., var last] ? clock.MarkDone(last.Step.Percent) : clock;
    }

    // A lead that is older than the whole ladder when sales first sees it gets the ladder once more from there: else nothing would ever ask for its first contact.
    private static ClockPolicy ContactPolicy(Lead lead, Tier tier, Terms terms, DateTimeOffset since, DateTimeOffset offered)
    {
        var policy = terms.PolicyOf(ClockKind.Contact, lead, tier);
        var passed = PercentOf(terms.Calendars.Get(policy.Calendar).WorkingTimeBetween(since, offered), policy.Target);
        return policy.Ladder.All(step => step.Percent <= passed) ? policy with { Ladder = From(passed, policy.Ladder) } : policy;
    }

    // Nothing would ever ask whoever has it next: every step was taken while it was with others.
    private static bool IsClimbed(ClockState clock) => clock.Ladder.All(step => clock.StepsDone.Contains(step.Percent));

    // The ladder once more, from where the clock stands; what has elapsed stays elapsed.
    private static ClockState ClimbedAgain(ClockState clock, Handoff handoff, Terms terms, DateTimeOffset now)
    {
        var ladder = terms.PolicyOf(clock.Kind, handoff.Lead, handoff.Tier).Ladder;
        return clock.ChangePolicy(now, clock.Policy with { Ladder = From(PercentOf(clock.Elapsed(now, terms.Calendars), clock.Target), ladder) }, terms.Calendars);
    }

    private static IReadOnlyList<LadderStep> From(int percent, IReadOnlyList<LadderStep> ladder) =>
        [.. ladder.Select(step => step with { Percent = step.Percent + percent })];

    private static int PercentOf(TimeSpan time, TimeSpan target) => (int)((Int128)time.Ticks * Whole / target.Ticks);

    // A pause is the handoff's: a clock that starts or opens again meanwhile stands still too, until somebody resumes.
    private static ClockState Held(Handoff handoff, ClockState clock, Terms terms, DateTimeOffset now) =>
        handoff.PauseReason is { } why ? clock.Pause(now, why, terms.Calendars) : clock;

    private static IReadOnlyList<ClockState>? Changed(IEnumerable<ClockState> clocks) => clocks.ToList() is { Count: > 0 } list ? list : null;
}
