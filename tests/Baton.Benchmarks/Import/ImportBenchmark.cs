using System.Diagnostics;
using System.Globalization;
using Baton.Bot.Composition;
using Baton.Bot.Import;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Handoffs.People;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Benchmarks.Import;

/// <summary>Rows a second: <c>baton import</c> in a process of its own, from its start to its end, and the bare engine writing the same batches.</summary>
internal static class ImportBenchmark
{
    private const int FirstId = 60_000_000;

    public static async Task<FigureTable> RunAsync(BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        var baton = await Published.OfAsync("src/Baton.Bot", "baton", scratch, cancellation);
        var csv = scratch.File("import.csv");
        LeadCsv.Write(csv, FirstId, plan.Leads, TimeProvider.System.GetUtcNow());
        plan.Say($"Recording the batches of {plan.Leads} leads …");
        var batches = await RecordAsync(new BatonFolder(scratch.File("record")), csv, plan, cancellation);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            ours.Add(plan.Leads / (await ImportAsync(baton, new BatonFolder(scratch.File($"import{round}")), csv, cancellation)).TotalSeconds);
            plan.Say(string.Create(CultureInfo.InvariantCulture, $"baton import: {ours[^1]:0} rows/s, load {Machine.Load:0.0}"));
            theirs.Add(plan.Leads / (await Replay.RunAsync(scratch.File($"replay{round}.db"), batches, cancellation)).TotalSeconds);
            plan.Say(string.Create(CultureInfo.InvariantCulture, $"bare engine: {theirs[^1]:0} rows/s, load {Machine.Load:0.0}"));
        }

        var (a, b) = (new Series(ours), new Series(theirs));
        var table = new FigureTable();
        table.Add(string.Create(CultureInfo.InvariantCulture, $"Import of {plan.Leads:N0} leads, rows/s"), a.Show("0"), b.Show("0"), a.Median / b.Median, "≥ 0.33");
        return table;
    }

    private static async Task<TimeSpan> ImportAsync(Published baton, BatonFolder folder, string csv, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        await folder.RunAsync(baton, ["import", csv], cancellation);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<IReadOnlyList<RecordedBatch>> RecordAsync(BatonFolder folder, string csv, BenchmarkPlan plan, CancellationToken cancellation)
    {
        RecordingEngine? recorder = null;
        await using var services = await Seeds.BuildAsync(folder.Configuration, engine => recorder = new RecordingEngine(engine), cancellation);
        await using var file = File.OpenRead(csv);
        var ran = await services.GetRequiredService<ImportRun>()
            .RunAsync(file, new ImportChoice(null, null), Person.Baton, TimeProvider.System.GetUtcNow(), null, cancellation) as ImportResult.Ran;
        if (ran is not { Failure: null } || ran.Report.Results.Offered != plan.Leads)
        {
            throw new InvalidOperationException($"The import was to offer {plan.Leads} leads; it answered {ran?.Report.Results} {ran?.Failure}.");
        }

        return [.. recorder!.Batches];
    }
}
