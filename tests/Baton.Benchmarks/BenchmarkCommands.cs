using System.CommandLine;
using System.Globalization;
using Baton.Benchmarks.Accept;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Import;
using Baton.Benchmarks.Keeping;
using Baton.Benchmarks.Memory;
using Baton.Benchmarks.Replicas;
using Baton.Benchmarks.Running;
using Baton.Benchmarks.Scale;
using Baton.Benchmarks.Slack;
using Baton.Benchmarks.Teams;

namespace Baton.Benchmarks;

/// <summary>The command line: what to measure, and for how long.</summary>
internal static class BenchmarkCommands
{
    private static readonly (string Name, string What, Func<BenchmarkPlan, Scratch, CancellationToken, Task<FigureTable>> Run)[] All =
    [
        ("accept", "Clicks a second, against an app on Bolt.", AcceptBenchmark.RunAsync),
        ("import", "Rows a second, against the bare engine writing the same.", ImportBenchmark.RunAsync),
        ("slack", "Signed clicks and commands a second in Slack, against an app on Bolt.", SlackBenchmark.RunAsync),
        ("teams", "Presses of a card's button in Teams and tokens a second, against a bot on botbuilder.", TeamsBenchmark.RunAsync),
        ("memory", "Memory, sweeps and start, against few handoffs and an empty application.", MemoryBenchmark.RunAsync),
        ("azure", "Accepts a second of three replicas on one account, against the bare client writing the same.", ReplicasBenchmark.RunAsync),
        ("keeping", "Seconds and memory of backup, audit and restore.", KeepingBenchmark.RunAsync),
    ];

    public static RootCommand Root()
    {
        var seconds = new Option<int>("--seconds") { Description = "Length of one round, 1 to 10.", DefaultValueFactory = _ => 4 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each side, 1 to 9.", DefaultValueFactory = _ => 3 };
        var leads = new Option<int>("--leads") { Description = "Leads to import and to keep open, 1000 to 200000.", DefaultValueFactory = _ => 100_000 };
        var root = new RootCommand("Measures Baton against a peer in the same run; prints the table of docs/benchmarks.md.");
        foreach (var (name, what, _) in All.Append(("all", "Everything.", AcceptBenchmark.RunAsync)))
        {
            var command = new Command(name, what) { seconds, rounds, leads };
            command.SetAction((result, cancellation) => RunAsync(
                name,
                new BenchmarkPlan(Math.Clamp(result.GetValue(seconds), 1, 10), Math.Clamp(result.GetValue(rounds), 1, 9), Math.Clamp(result.GetValue(leads), 1_000, 200_000), Console.Error.WriteLine),
                cancellation));
            root.Add(command);
        }

        root.Add(Simulation.Create());
        return root;
    }

    private static async Task<int> RunAsync(string name, BenchmarkPlan plan, CancellationToken cancellation)
    {
        var table = new FigureTable();
        var (now, load) = (TimeProvider.System.GetUtcNow(), Machine.Load);
        foreach (var benchmark in All.Where(b => name == "all" || b.Name == name))
        {
            using var scratch = new Scratch();
            table.Add(await benchmark.Run(plan, scratch, cancellation));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd HH:mm} UTC, {Machine.Describe()}; load {load:0.0} before, {Machine.Load:0.0} after; {plan.Rounds} rounds of {plan.Seconds} s each, median (least–most).\n\n{table}"));
        return 0;
    }
}
