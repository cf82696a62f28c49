using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>Sales velocity of the cohort that was handed over in a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Filters">Which handoffs were counted.</param>
/// <param name="Opportunities">Qualified by sales.</param>
/// <param name="Win">Won / opportunities.</param>
/// <param name="LeadTimeDays">Mean days from qualified at source to won; null of no win.</param>
/// <param name="ByCurrency">One row a currency, in the order of its code.</param>
/// <param name="Observed">How long the cohort has been watched.</param>
public sealed record VelocityFigures(
    Period Period,
    IReadOnlyList<FactFilter> Filters,
    int Opportunities,
    Rate Win,
    double? LeadTimeDays,
    IReadOnlyList<CurrencyVelocity> ByCurrency,
    Observation Observed)
{
    /// <summary>Counts facts in one pass.</summary>
    public static VelocityFigures Count(IEnumerable<HandoffFact> facts, Period period, IReadOnlyList<FactFilter> filters, DateTimeOffset now)
    {
        var counter = new FunnelCounter(period);
        var (days, wins) = (0.0, 0);
        foreach (var fact in facts.Where(f => Grouping.Passes(f, filters) && period.Holds(f.OfferedAt)))
        {
            counter.Add(fact);
            if (fact is { State: HandoffState.Won, ClosedAt: { } won })
            {
                days += (won - fact.QualifiedAtSource).TotalDays;
                wins++;
            }
        }

        var total = counter.Group("");
        var leadTime = wins == 0 ? (double?)null : days / wins;
        return new VelocityFigures(
            period, filters, total.Cohort.Qualified, total.Rates.Win, leadTime,
            [.. total.Cohort.WonAmounts.Select(m => CurrencyVelocity.Of(m, total.Cohort.Qualified, leadTime))],
            counter.Observed(now));
    }
}

/// <summary>Sales velocity in one currency.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="MeanAmount">Mean amount of the wins in this currency.</param>
/// <param name="PerDay">
/// Opportunities × mean amount × win rate in this currency / mean lead time in days; null when there is no opportunity or the lead time is 0.
/// A win without an amount adds none.
/// </param>
public sealed record CurrencyVelocity(string Currency, decimal MeanAmount, decimal? PerDay)
{
    internal static CurrencyVelocity Of(Money won, int opportunities, double? leadTime)
    {
        var mean = won.Amount / won.Deals;
        return new Rate(won.Deals, opportunities).Value is { } rate && leadTime > 0
            ? new CurrencyVelocity(won.Currency, mean, opportunities * mean * (decimal)rate / (decimal)leadTime.Value)
            : new CurrencyVelocity(won.Currency, mean, null);
    }
}
