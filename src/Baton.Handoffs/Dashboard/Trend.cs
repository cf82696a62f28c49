using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using DateTimeZone = NodaTime.DateTimeZone;

namespace Baton.Handoffs.Dashboard;

/// <summary>What happened week by week.</summary>
/// <param name="Weeks">The weeks, oldest first.</param>
/// <param name="LastIsRunning">Whether the last of them is not over, so that it counts for less than a week.</param>
/// <param name="Lines">The steps, each with a count for every week.</param>
public sealed record Trend(IReadOnlyList<IsoWeek> Weeks, bool LastIsRunning, IReadOnlyList<TrendLine> Lines)
{
    /// <summary>How many weeks: a quarter, roughly.</summary>
    public const int Length = 12;

    private static readonly (TrendStep Step, Func<Tally, int> Count)[] Steps =
    [
        (TrendStep.HandedOver, t => t.HandedOver),
        (TrendStep.Accepted, t => t.Accepted),
        (TrendStep.Rejected, t => t.Rejected),
        (TrendStep.Contacted, t => t.Contacted),
        (TrendStep.Qualified, t => t.Qualified),
        (TrendStep.Won, t => t.Won),
    ];

    /// <summary>The weeks that end with the period, or with today where the period goes on after it.</summary>
    public static IReadOnlyList<IsoWeek> WeeksOf(Period period, DateTimeOffset now)
    {
        var today = IsoWeek.Of(now, period.Zone);
        var last = IsoWeek.Of(period.LastDay);
        var end = last < today ? last : today;
        return [.. Enumerable.Range(1 - Length, Length).Select(end.Plus)];
    }

    /// <summary>Counts the weeks.</summary>
    /// <param name="facts">All that may count.</param>
    /// <param name="weeks">Which weeks.</param>
    /// <param name="zone">The review's time zone.</param>
    /// <param name="filters">Which handoffs are counted.</param>
    /// <param name="now">When.</param>
    public static Trend Count(IReadOnlyList<HandoffFact> facts, IReadOnlyList<IsoWeek> weeks, DateTimeZone zone, IReadOnlyList<FactFilter> filters, DateTimeOffset now)
    {
        var tallies = weeks.Select(week => OverviewFigures.Count(facts, week.In(zone), null, filters, now).Activity).ToList();
        return new Trend(weeks, now < weeks[^1].In(zone).To, [.. Steps.Select(s => new TrendLine(s.Step, [.. tallies.Select(s.Count)]))]);
    }
}

/// <summary>One step over the weeks.</summary>
/// <param name="Step">The step.</param>
/// <param name="Counts">How often it was reached, each in its own week, whenever the lead was handed over.</param>
public sealed record TrendLine(TrendStep Step, IReadOnlyList<int> Counts);

/// <summary>The steps that are followed over time.</summary>
public enum TrendStep
{
    /// <summary>Offered for the first time.</summary>
    HandedOver,

    /// <summary>Accepted and not rejected since.</summary>
    Accepted,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>First touch made.</summary>
    Contacted,

    /// <summary>Qualified by sales.</summary>
    Qualified,

    /// <summary>Won.</summary>
    Won,
}
