using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>The funnel of a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="By">What the groups are grouped by; null for none.</param>
/// <param name="Filters">Which handoffs were counted.</param>
/// <param name="Activity">What happened in the period, each step by its own instant, whenever the lead was handed over.</param>
/// <param name="Cohort">Where those that were handed over in the period stand now.</param>
/// <param name="Rates">The cohort's rates.</param>
/// <param name="Observed">How long the cohort has been watched.</param>
/// <param name="Groups">
/// One row for each value that anything happened under: most handed over first, then by name; reps by name only, since this is no ranking,
/// and score bands from the lowest.
/// </param>
public sealed record OverviewFigures(
    Period Period,
    Dimension? By,
    IReadOnlyList<FactFilter> Filters,
    Tally Activity,
    Tally Cohort,
    CohortRates Rates,
    Observation Observed,
    IReadOnlyList<GroupFigures> Groups)
{
    /// <summary>Counts facts in one pass.</summary>
    public static OverviewFigures Count(IEnumerable<HandoffFact> facts, Period period, Dimension? by, IReadOnlyList<FactFilter> filters, DateTimeOffset now)
    {
        var all = new FunnelCounter(period);
        var groups = new SortedDictionary<string, FunnelCounter>(StringComparer.Ordinal);
        FunnelCounter Group(string key) => groups.TryGetValue(key, out var group) ? group : groups[key] = new FunnelCounter(period);
        foreach (var fact in facts)
        {
            if (Grouping.Passes(fact, filters))
            {
                all.Add(fact);
                if (by is { } dimension && all.Touches(fact))
                {
                    Group(Grouping.KeyOf(fact, dimension)).Add(fact);
                }
            }

            foreach (var overtaken in Overtaken.Of(fact).Where(o => period.Holds(o.Rejection.At) && Grouping.Passes(o, filters)))
            {
                all.Add(overtaken.Rejection);
                if (by is { } dimension)
                {
                    Group(Grouping.KeyOf(overtaken, dimension)).Add(overtaken.Rejection);
                }
            }
        }

        var rows = groups.Select(g => g.Value.Group(g.Key));
        var total = all.Group("");
        return new OverviewFigures(period, by, filters, total.Activity, total.Cohort, total.Rates, all.Observed(now), Ordered(rows, by));
    }

    private static IReadOnlyList<GroupFigures> Ordered(IEnumerable<GroupFigures> rows, Dimension? by) =>
        by is Dimension.Rep or Dimension.Score ? [.. rows] : [.. rows.OrderByDescending(g => g.Cohort.HandedOver)];
}
