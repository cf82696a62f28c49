using System.Diagnostics;
using System.Globalization;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Load;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Handoffs.Handoffs;
using Baton.Tables;
using Baton.Tables.Azure;
using Baton.Tables.Tests.Azure;

namespace Baton.Benchmarks.Replicas;

/// <summary>
/// Accepts a second of three processes on one emulated account, which is the limit of both sides: from the first click until the last card is brought up to
/// date, and the bare client writing the same batches with as many at once. The emulator reads whole tables for each query and each replacement, so both sides
/// have tables of the same rows.
/// </summary>
internal static class ReplicasBenchmark
{
    private const string Ours = "ours";
    private const int Processes = 3;
    private const int Connections = 16;
    private const int WarmUp = 300;
    private const int Recorded = 300;
    private const int PerSecond = 75;

    // Each look is a query of the very account that is measured.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RoundLimit = TimeSpan.FromMinutes(2);

    public static async Task<FigureTable> RunAsync(BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        var clicks = plan.Seconds * PerSecond;
        var published = await Published.OfAsync("src/Baton.Bot", "baton", scratch, cancellation);
        await using var azurite = await Azurite.StartAsync();
        var folder = new BatonFolder(scratch.File("replicas"), (azurite.ConnectionString, Ours));
        var csv = scratch.File("replicas.csv");
        LeadCsv.Write(csv, 54_000_000, Recorded + WarmUp + (plan.Rounds * clicks), TimeProvider.System.GetUtcNow());
        plan.Say("Offering leads …");
        HandoffId[] offered = [.. await new Seeds(folder).OfferAsync(csv, cancellation)];
        var chains = await BareClient.RecordAsync(folder, offered[..Recorded], cancellation);
        plan.Say(string.Create(CultureInfo.InvariantCulture, $"an accept writes {chains.Average(c => c.Batches.Count):0.0} batches"));
        await using var store = new AzureTableEngine(Account(azurite, Ours));
        var replicas = await ServeAsync(folder, published, cancellation);
        try
        {
            await OursAsync(replicas, store, offered[Recorded..(Recorded + WarmUp)], plan, cancellation);
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var round = 0; round < plan.Rounds; round++)
            {
                var from = Recorded + WarmUp + (round * clicks);
                ours.Add(await OursAsync(replicas, store, offered[from..(from + clicks)], plan, cancellation));
                theirs.Add(await TheirsAsync(azurite, store, round, chains, plan, cancellation));
            }

            var (a, b) = (new Series(ours), new Series(theirs));
            var table = new FigureTable();
            table.Add("Accepts/s of 3 replicas on an emulated account, delivery included", a.Show("0.0"), b.Show("0.0"), a.Median / b.Median, "≥ 0.80");
            return table;
        }
        finally
        {
            await Task.WhenAll(replicas.Select(r => r.DisposeAsync().AsTask()));
        }
    }

    private static async Task<IReadOnlyList<ServerProcess>> ServeAsync(BatonFolder folder, Published published, CancellationToken cancellation)
    {
        var started = new List<ServerProcess>();
        for (var i = 0; i < Processes; i++)
        {
            started.Add(await folder.ServeAsync(published, cancellation));
        }

        return started;
    }

    private static async Task<double> OursAsync(IReadOnlyList<ServerProcess> replicas, ITableEngine store, HandoffId[] offered, BenchmarkPlan plan, CancellationToken cancellation)
    {
        var cpu = replicas.Sum(r => r.CpuTime.TotalSeconds);
        var start = Stopwatch.GetTimestamp();
        var rounds = await Task.WhenAll(replicas.Select((r, i) => LoadGenerator.RunAsync(
            r.Port, [.. offered.Where((_, at) => at % Processes == i).Select(id => BatonRoutes.Accept(id.Value))], Connections / Processes, RoundLimit, cancellation)));
        var answered = Stopwatch.GetElapsedTime(start);
        if (rounds.Sum(r => r.Refused) > 0 || rounds.Sum(r => r.Answered) != offered.Length)
        {
            throw new InvalidOperationException("A click was refused or not answered.");
        }

        var took = await DeliveredAsync(store, offered, start, cancellation);
        plan.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"3 replicas: {offered.Length / took.TotalSeconds:0.0} accepts/s ({offered.Length / answered.TotalSeconds:0.0} answered/s), {(replicas.Sum(r => r.CpuTime.TotalSeconds) - cpu) / took.TotalSeconds:0.00} processors, load {Machine.Load:0.0}"));
        return offered.Length / took.TotalSeconds;
    }

    private static async Task<double> TheirsAsync(Azurite azurite, AzureTableEngine like, int round, IReadOnlyList<Chain> chains, BenchmarkPlan plan, CancellationToken cancellation)
    {
        var account = Account(azurite, string.Create(CultureInfo.InvariantCulture, $"bare{round}"));
        var perSecond = chains.Count / (await BareClient.WriteAsync(account, like, chains, Connections, cancellation)).TotalSeconds;
        plan.Say(string.Create(CultureInfo.InvariantCulture, $"bare client: {perSecond:0.0} accepts/s, load {Machine.Load:0.0}"));
        return perSecond;
    }

    // From the last one on, which is mostly the last to be delivered: so that hardly anything is asked before all are. What is asked afterwards does not count.
    private static async Task<TimeSpan> DeliveredAsync(ITableEngine store, HandoffId[] offered, long start, CancellationToken cancellation)
    {
        var took = Stopwatch.GetElapsedTime(start);
        foreach (var id in offered.Reverse())
        {
            while ((await store.QueryAsync(BatonTables.Handoffs, id.Value, RowRange.Prefix("outbox|"), 1, null, cancellation)).Rows.Count > 0)
            {
                await Task.Delay(Look, TimeProvider.System, cancellation);
                took = Stopwatch.GetElapsedTime(start);
            }
        }

        return took;
    }

    private static AzureTableOptions Account(Azurite azurite, string prefix) => ConnectionText.TryRead(azurite.ConnectionString, out var connection, out var problem)
        ? new AzureTableOptions { Connection = connection, TablePrefix = prefix }
        : throw new InvalidOperationException(problem);
}
