using System.Globalization;
using System.Text;
using Baton.Tables;

namespace Baton.Benchmarks.Scale;

/// <summary>The tables of docs/scale.md.</summary>
internal static class ScaleReport
{
    // Targets of a general account: https://learn.microsoft.com/azure/storage/tables/scalability-targets.
    private const int OfAccount = 20_000;
    private const int OfPartition = 2_000;
    private const double Days = 30;
    private const string Agenda = $"{BatonTables.Agenda} of one shard";

    public static string Acts(ActCosts costs)
    {
        var text = new StringBuilder("| Act | Transactions | Rows of the agenda | Rows of its handoff | Rows elsewhere |\n|---|---|---|---|---|\n");
        foreach (var (name, cost) in Named(costs))
        {
            var (agenda, own) = (cost.In(Agenda), cost.In($"{BatonTables.Handoffs} of one handoff"));
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {cost.Trips} | {agenda} | {own} | {cost.Entities.Values.Sum() - agenda - own} |\n");
        }

        return text.ToString();
    }

    /// <summary>How many leads a day meet each limit.</summary>
    public static string Limits(Burden burden, int leads, IReadOnlyList<int> shardCounts, double price)
    {
        var text = new StringBuilder("| Limit | Rows or transactions a lead | Leads a day, spread evenly | Leads a day as they come | Transactions a month then | Cost a month then |\n|---|---|---|---|---|---|\n");
        Line($"The account: {OfAccount:N0} transactions a second", burden.All.Trips, OfAccount, burden.MostTrips());
        foreach (var shards in shardCounts)
        {
            Line($"One of {shards} shards of the agenda: {OfPartition:N0} rows a second", burden.All.In(Agenda) / (double)shards, OfPartition, burden.MostRows(Agenda, shards, handoff => (int)(handoff % shards)));
        }

        foreach (var kind in burden.All.Entities.Keys.Where(IsShared).Order(StringComparer.Ordinal))
        {
            Line($"`{kind}`: {OfPartition:N0} rows a second", burden.All.In(kind), OfPartition, burden.MostRows(kind, 1, _ => 0));
        }

        return text.ToString();

        void Line(string name, double all, int limit, int most)
        {
            var (flat, real) = (limit * (double)SimulatedDay.Length * leads / all, (double)limit * leads / Math.Max(1, most));
            var month = real * burden.All.Trips / leads * Days;
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {all / leads:0.##} | {flat:N0} | {real:N0} | {month / 1e6:N0} million | ${month / 10_000 * price:N0} |\n");
        }
    }

    public static string Clicks(ActCosts costs)
    {
        var text = new StringBuilder("| Limit | What a click needs of it | Clicks a second |\n|---|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| The account | {costs.Click.Trips} transactions | {OfAccount / costs.Click.Trips:N0} |\n");
        foreach (var (kind, rows) in costs.Click.Entities.Where(e => IsShared(e.Key) || e.Key.StartsWith(BatonTables.Handoffs, StringComparison.Ordinal) || e.Key == Agenda).OrderByDescending(e => e.Value))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{kind}` | {rows} rows | {OfPartition / rows:N0}{(kind == Agenda ? " for each shard" : "")} |\n");
        }

        return text.ToString();
    }

    /// <summary>Partitions that every lead, or many, share; the others have at most what one person or company brings about.</summary>
    private static bool IsShared(string kind) => kind != Agenda && (kind is $"{BatonTables.Intake} of one source" or $"{BatonTables.Facts} of one week" || !kind.Contains(" of one ", StringComparison.Ordinal));

    private static IEnumerable<(string Name, Cost Cost)> Named(ActCosts costs) =>
    [
        ("A lead comes in and its card is posted", costs.Intake),
        ("A click of a rep, and the card follows", costs.Click),
        ("A rejection, with its reply in the feedback thread", costs.Reject),
        ("A step of a ladder, with its nudge", costs.Step),
        ("A wake-up that finds nothing to do", costs.Stale),
        ("A look at one shard where nothing is due", costs.Sweep),
        ("A look at the leases beside other replicas", costs.Beat),
    ];
}
