using System.CommandLine;
using System.Globalization;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Bot.Composition;
using Baton.Tables.Sqlite;

namespace Baton.Benchmarks.Scale;

/// <summary><c>simulate</c>: a day of many leads on many replicas, and at which size each limit of table storage is met. Prints the tables of docs/scale.md.</summary>
internal static class Simulation
{
    private static readonly int[] ShardCounts = [4, 10, 40, 100];
    private static readonly double[] Requests = [0.005, 0.02];

    public static Command Create()
    {
        var leads = new Option<int>("--leads") { Description = "Leads a day, 1000 to 2000000.", DefaultValueFactory = _ => 1_000_000 };
        var replicas = new Option<int>("--replicas") { Description = "Replicas, 1 to 100.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "What chance begins with.", DefaultValueFactory = _ => 20261121 };
        var price = new Option<double>("--price") { Description = "Price of 10,000 transactions, as the provider's page says.", DefaultValueFactory = _ => 0.00036 };
        var command = new Command("simulate", "A day of many leads on many replicas; prints the tables of docs/scale.md.") { leads, replicas, seed, price };
        command.SetAction((result, cancellation) => RunAsync(
            Math.Clamp(result.GetValue(leads), 1_000, 2_000_000), Math.Clamp(result.GetValue(replicas), 1, 100), result.GetValue(seed), result.GetValue(price), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int leads, int replicas, int seed, double price, CancellationToken cancellation)
    {
        using var scratch = new Scratch();
        var costs = await ActCosts.CountAsync(scratch, cancellation);
        var terms = SettingsReader.Read(new BatonFolder(scratch.File("rules")).Configuration).Settings!.Terms;
        var day = SimulatedDay.Play(terms, leads, seed);
        var burden = new Burden(day, costs);
        Say($"## What an act costs\n\n{ScaleReport.Acts(costs)}");
        Say($"## A day of {leads:N0} leads\n\n{string.Join(", ", burden.Counts.OrderBy(c => c.Key).Select(c => $"{c.Key}: {c.Value:N0}"))}; {burden.All.Trips:N0} transactions, {burden.MostTrips():N0} of them by people in the busiest second.\n");
        Say($"## When each limit is met\n\n{ScaleReport.Limits(burden, leads, ShardCounts, price)}");
        Say($"## Clicks a second\n\n{ScaleReport.Clicks(costs)}");
        await using var engine = new SqliteTableEngine(new SqliteTableOptions { Path = scratch.File("none.db") });
        Say($"## Wake-ups of {leads:N0} leads a day on {replicas} replicas\n\n{Waits(day, engine, leads, replicas, costs)}");
        return 0;
    }

    private static string Waits(SimulatedDay day, SqliteTableEngine engine, int leads, int replicas, ActCosts costs)
    {
        var lines = new List<string> { "| Shards | A request takes | Median delay | 99 of 100 within | Worst | For wake-ups due at |", "|---|---|---|---|---|---|" };
        foreach (var shards in ShardCounts)
        {
            var shardOf = SimulatedDay.ShardsOf(leads, engine, shards);
            foreach (var request in Requests)
            {
                var it = new Sweeping(day, shardOf, shards, replicas, costs, request).Run();
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {shards} | {request * 1000:0} ms | {it.Median:0.0} s | {it.P99:0.0} s | {it.Worst:0} s | {it.WorstAt:hh\\:mm\\:ss} |"));
            }
        }

        return string.Join('\n', lines);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
