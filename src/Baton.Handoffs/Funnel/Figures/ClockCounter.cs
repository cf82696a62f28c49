using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>Counts the clocks of a period. Not shared between threads.</summary>
internal sealed class ClockCounter(Period period, DateTimeOffset now)
{
    private static readonly string[] Known = ["accept", "contact", "outcome"];

    private readonly Dictionary<string, (Dictionary<string, int> Standing, List<TimeSpan> Elapsed)> clocks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Clock, string Pool), Rate> pools = [];

    public void Add(HandoffFact fact)
    {
        foreach (var clock in fact.Clocks)
        {
            if (ClockStanding.In(period, fact, clock, now) is not { } standing)
            {
                continue;
            }

            var count = clocks.TryGetValue(clock.Clock, out var found) ? found : clocks[clock.Clock] = ([], []);
            count.Standing[standing] = count.Standing.GetValueOrDefault(standing) + 1;
            if (period.Holds(clock.StoppedAt) && fact.Reaches(clock.Clock) && clock.Elapsed is { } elapsed)
            {
                count.Elapsed.Add(elapsed);
            }

            if (standing is "met" or "breached")
            {
                var key = (clock.Clock, fact.Pool ?? "");
                pools[key] = pools.GetValueOrDefault(key).And(new Rate(standing == "breached" ? 1 : 0, 1));
            }
        }
    }

    public IReadOnlyList<ClockFigures> Clocks() =>
    [
        .. Known.Where(clocks.ContainsKey)
            .Concat(clocks.Keys.Except(Known).Order(StringComparer.Ordinal))
            .Select(name => Figures(name, clocks[name].Standing, clocks[name].Elapsed)),
    ];

    public IReadOnlyList<PoolBreaches> Breaches() =>
    [
        .. pools.Where(p => p.Value.Part > 0)
            .Select(p => new PoolBreaches(p.Key.Clock, p.Key.Pool, p.Value))
            .OrderByDescending(p => p.Breached.Part).ThenBy(p => p.Clock, StringComparer.Ordinal).ThenBy(p => p.Pool, StringComparer.Ordinal),
    ];

    private static ClockFigures Figures(string clock, Dictionary<string, int> standing, List<TimeSpan> elapsed) => new(
        clock, standing.GetValueOrDefault("met"), standing.GetValueOrDefault("onTrack"), standing.GetValueOrDefault("atRisk"),
        standing.GetValueOrDefault("breached"), Distribution.Of(elapsed));
}
