using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>The clocks of a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Filters">Which handoffs were counted.</param>
/// <param name="Clocks">Each clock: accept, contact, outcome, then others by name.</param>
/// <param name="Breaches">Each clock and pool with a breach: most breaches first, then by clock and pool.</param>
/// <param name="SystemDelay">Card visible − qualified at source, of cards first visible in the period; never below 0.</param>
/// <param name="HumanDelay">First decision − card visible, in working time, of decisions in the period.</param>
/// <param name="NextDue">The open handoffs that are due soonest now, whatever the period; at most <see cref="NextDueLimit"/>.</param>
public sealed record SlaFigures(
    Period Period,
    IReadOnlyList<FactFilter> Filters,
    IReadOnlyList<ClockFigures> Clocks,
    IReadOnlyList<PoolBreaches> Breaches,
    Distribution SystemDelay,
    Distribution HumanDelay,
    IReadOnlyList<OpenHandoff> NextDue)
{
    /// <summary>The most that are listed as due next.</summary>
    public const int NextDueLimit = 10;

    /// <summary>Counts facts in one pass.</summary>
    public static SlaFigures Count(IEnumerable<HandoffFact> facts, Period period, IReadOnlyList<FactFilter> filters, DateTimeOffset now)
    {
        var clocks = new ClockCounter(period, now);
        List<TimeSpan> system = [], human = [];
        var open = new List<OpenHandoff>();
        foreach (var fact in facts.Where(f => Grouping.Passes(f, filters)))
        {
            clocks.Add(fact);
            if (period.Holds(fact.CardVisibleAt))
            {
                var delay = fact.CardVisibleAt!.Value - fact.QualifiedAtSource;
                system.Add(delay > TimeSpan.Zero ? delay : TimeSpan.Zero);
            }

            if (period.Holds(fact.DecidedAt) && fact.HumanDelay is { } thinking)
            {
                human.Add(thinking);
            }

            if (OpenHandoff.Of(fact, now) is { DueAt: not null } waiting)
            {
                open.Add(waiting);
            }
        }

        return new SlaFigures(
            period, filters, clocks.Clocks(), clocks.Breaches(), Distribution.Of(system), Distribution.Of(human),
            [.. OpenHandoff.ByDue(open).Take(NextDueLimit)]);
    }
}

/// <summary>How one clock stood at the end of a period, or stands now while it lasts.</summary>
/// <param name="Clock"><c>accept</c>, <c>contact</c> or <c>outcome</c>.</param>
/// <param name="Met">Stopped in the period within the target.</param>
/// <param name="Running">Still running, before 80 % of the target.</param>
/// <param name="AtRisk">Still running, behind 80 % of the target.</param>
/// <param name="Breached">Over the target, stopped in the period or still running.</param>
/// <param name="Elapsed">Working time counted by those that stopped in the period.</param>
public sealed record ClockFigures(string Clock, int Met, int Running, int AtRisk, int Breached, Distribution Elapsed)
{
    /// <summary>Met / (met + breached).</summary>
    public Rate Kept => new(Met, Met + Breached);
}

/// <summary>Where a clock was breached.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Pool">The pool; empty for handoffs without one.</param>
/// <param name="Breached">Breached / (met + breached).</param>
public sealed record PoolBreaches(string Clock, string Pool, Rate Breached);
