using System.Globalization;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;

namespace Baton.Benchmarks.Memory;

/// <summary>What many open handoffs cost a process that has nothing to do, and how soon it is ready.</summary>
internal static class MemoryBenchmark
{
    private const int Few = 1_000;
    private const int FirstId = 70_000_000;
    private const double Mebi = 1024 * 1024;
    private const int StartsARound = 3;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<FigureTable> RunAsync(BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        var baton = await Published.OfAsync("src/Baton.Bot", "baton", scratch, cancellation);
        var empty = await Published.OfAsync("tests/Baton.Benchmarks/peers/empty", "empty", scratch, cancellation);
        var few = await OfferAsync(Few, plan, scratch, cancellation);
        var many = await OfferAsync(plan.Leads, plan, scratch, cancellation);
        var table = new FigureTable();
        await MemoryAsync(table, baton, few, many, plan, cancellation);
        var (rows, reads, commits) = await IdleSweeps.CountAsync(many, cancellation);
        table.Add("Rows read by three idle sweeps", Number(rows), "", null, $"0 (queries: {reads}, commits: {commits})");
        await StartAsync(table, baton, empty, many, plan, cancellation);
        return table;
    }

    private static async Task MemoryAsync(FigureTable table, Published baton, BatonFolder few, BatonFolder many, BenchmarkPlan plan, CancellationToken cancellation)
    {
        var (small, large) = (new List<double>(), new List<double>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            small.Add(await ResidentAsync(baton, few, cancellation));
            large.Add(await ResidentAsync(baton, many, cancellation));
            plan.Say(string.Create(CultureInfo.InvariantCulture, $"Idle: {small[^1]:0} MiB with {Few} open handoffs, {large[^1]:0} MiB with {plan.Leads}"));
        }

        var (a, b) = (new Series(large), new Series(small));
        table.Add($"Resident memory, MiB, {Number(plan.Leads)} open handoffs (peer: {Number(Few)})", a.Show("0"), b.Show("0"), a.Median / b.Median, "< 250 MB, ≈ 1");
    }

    private static async Task<double> ResidentAsync(Published baton, BatonFolder folder, CancellationToken cancellation)
    {
        await using var server = await folder.ServeAsync(baton, cancellation);
        await server.SettleAsync(cancellation);
        await Task.Delay(Idle, TimeProvider.System, cancellation);
        return server.ResidentBytes / Mebi;
    }

    private static async Task StartAsync(FigureTable table, Published baton, Published empty, BatonFolder folder, BenchmarkPlan plan, CancellationToken cancellation)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var start = 0; start < StartsARound * plan.Rounds; start++)
        {
            await using (var server = await folder.ServeAsync(baton, cancellation))
            {
                ours.Add(server.ReadyAfter.TotalMilliseconds);
            }

            var settings = ServerSettings.Of(Path.GetDirectoryName(empty.Program)!, ("DOTNET_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:{port}"));
            await using (var server = await ServerProcess.StartAsync("dotnet", [empty.Program], settings, "/", cancellation))
            {
                theirs.Add(server.ReadyAfter.TotalMilliseconds);
            }

            plan.Say(string.Create(CultureInfo.InvariantCulture, $"Ready after {ours[^1]:0} ms; the empty application after {theirs[^1]:0} ms; load {Machine.Load:0.0}"));
        }

        var (a, b) = (new Series(ours), new Series(theirs));
        table.Add("Start to ready, ms (peer: empty ASP.NET Core)", a.Show("0"), b.Show("0"), a.Median / b.Median, "≤ 2.00");
    }

    private static async Task<BatonFolder> OfferAsync(int leads, BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        plan.Say($"Offering {leads} leads …");
        var csv = scratch.File($"memory{leads}.csv");
        LeadCsv.Write(csv, FirstId, leads, TimeProvider.System.GetUtcNow());
        var folder = new BatonFolder(scratch.File($"memory{leads}"));
        await new Seeds(folder).OfferAsync(csv, cancellation);
        return folder;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
