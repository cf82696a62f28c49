using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;

namespace Baton.Benchmarks.Scale;

/// <summary>What happens with a lead, when.</summary>
internal enum Happening
{
    /// <summary>It comes in.</summary>
    Intake,

    /// <summary>A rep clicks.</summary>
    Click,

    /// <summary>A rep rejects it.</summary>
    Reject,

    /// <summary>A wake-up that reaches a step.</summary>
    Step,

    /// <summary>A wake-up that finds nothing to do.</summary>
    Stale,
}

/// <summary>One lead's life, decided by the product's own rules: reps act in working time after random waits, and every wake-up that the product would write is due.</summary>
/// <param name="terms">What was agreed on.</param>
/// <param name="chance">What reps do, and when.</param>
internal sealed class LeadLife(Terms terms, Random chance)
{
    // How people behave is assumed, not measured; the page says so too.
    private const double Acts = 0.9;
    private const double Rejects = 0.15;
    private const double Recycles = 0.3;
    private static readonly TimeSpan ToAccept = TimeSpan.FromHours(1.5);
    private static readonly TimeSpan ToTouch = TimeSpan.FromHours(5);
    private static readonly TimeSpan ToOutcome = TimeSpan.FromHours(20);
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(45);

    private readonly WorkingCalendar working = terms.Calendars.Get(DefaultSla.BusinessCalendar);

    /// <summary>Everything that happens, in order.</summary>
    public List<(DateTimeOffset At, Happening What)> Play(string name, DateTimeOffset arrival)
    {
        var lead = SimulatedLead.Of(name);
        var handoff = Fold.Apply(null, Receive.Lead(lead, terms.Assess(lead, arrival), 1, null, Person.Baton, terms, arrival));
        var wakes = new SortedSet<DateTimeOffset>();
        var life = new List<(DateTimeOffset, Happening)> { (arrival, Happening.Intake) };
        var plan = PlanAfter(handoff, arrival);
        Wake(handoff, wakes);
        while (true)
        {
            var isWake = wakes.Count > 0 && (plan is not { } act || wakes.Min <= act.At);
            if ((isWake ? wakes.Min : plan?.At) is not { } now || now > arrival + Horizon)
            {
                return life;
            }

            var (intent, by) = isWake ? (new Intent.WakeUp(), Person.Baton) : (plan!.Value.Intent, plan.Value.By);
            var events = Decide.On(handoff, intent, by, terms, now) is Decision.Happens happens ? happens.Events : [];
            life.Add((now, isWake ? (events.Count > 0 ? Happening.Step : Happening.Stale) : intent is Intent.Reject ? Happening.Reject : Happening.Click));
            wakes.Remove(isWake ? now : DateTimeOffset.MinValue);
            var before = handoff.State;
            handoff = events.Aggregate(handoff, Fold.Apply);
            plan = isWake && handoff.State == before ? plan : handoff.State.IsOpen() ? PlanAfter(handoff, now) : null;
            Wake(handoff, wakes, isWake ? now : null);
        }
    }

    private void Wake(Handoff handoff, SortedSet<DateTimeOffset> wakes, DateTimeOffset? after = null)
    {
        if (NextWake.Of(handoff, terms.Calendars) is { } next && next > (after ?? DateTimeOffset.MinValue))
        {
            wakes.Add(next);
        }
    }

    private (DateTimeOffset At, Intent Intent, Person By)? PlanAfter(Handoff handoff, DateTimeOffset now)
    {
        if (chance.NextDouble() > Acts)
        {
            return null;
        }

        var by = (handoff.Owner ?? handoff.OfferedTo) is { } one ? terms.Roster.Anybody(one) : terms.Roster.MembersOf(handoff.Route.Pool).First(p => p.Is(Roles.Rep) && !handoff.Without.Contains(p.Email));
        return handoff.State switch
        {
            HandoffState.Offered => (After(now, ToAccept), chance.NextDouble() < Rejects ? new Intent.Reject("too_small", null, null) : new Intent.Accept(), by),
            HandoffState.Accepted => (After(now, ToTouch), new Intent.Touch(), by),
            HandoffState.Contacted => (After(now, ToOutcome), chance.NextDouble() < Recycles ? new Intent.Disqualify("no_need") : new Intent.Qualify("O-1"), by),
            _ => null,
        };
    }

    private DateTimeOffset After(DateTimeOffset now, TimeSpan mean) => working.Add(now, mean * -Math.Log(1 - chance.NextDouble())) ?? now;
}
