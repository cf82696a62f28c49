using System.Globalization;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;

namespace Baton.Benchmarks.Keeping;

/// <summary>How long backup, audit and restore take, each in a process of its own, and the most memory that it has at once: with many handoffs and with few.</summary>
internal static class KeepingBenchmark
{
    private const int Few = 1_000;
    private const int FirstId = 80_000_000;
    private const string Backup = "store.baton";

    public static async Task<FigureTable> RunAsync(BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        var baton = await Published.OfAsync("src/Baton.Bot", "baton", scratch, cancellation);
        var table = new FigureTable();
        var (few, _) = await KeepAsync(baton, Few, plan, scratch, cancellation);
        var (many, bytes) = await KeepAsync(baton, plan.Leads, plan, scratch, cancellation);
        foreach (var (command, (seconds, mebibytes)) in many)
        {
            table.Add(string.Create(CultureInfo.InvariantCulture, $"`baton {command}`, s, {plan.Leads:N0} handoffs (peer: {Few:N0})"), Show(seconds), Show(few[command].Seconds), null, "");
            table.Add($"most memory of it, MiB", Show(mebibytes), Show(few[command].Mebibytes), mebibytes / few[command].Mebibytes, "bounded");
        }

        table.Add("the backup, MiB", Show(bytes / 1024.0 / 1024.0), "", null, "");
        return table;
    }

    private static async Task<(Dictionary<string, (double Seconds, double Mebibytes)> Commands, long Bytes)> KeepAsync(Published baton, int leads, BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        plan.Say($"Offering {leads} leads …");
        var csv = scratch.File($"keeping{leads}.csv");
        LeadCsv.Write(csv, FirstId, leads, TimeProvider.System.GetUtcNow());
        var (from, to) = (new BatonFolder(scratch.File($"from{leads}")), new BatonFolder(scratch.File($"to{leads}")));
        await new Seeds(from).OfferAsync(csv, cancellation);
        var file = scratch.File($"{leads}{Backup}");
        var commands = new Dictionary<string, (double, double)>
        {
            ["backup"] = await from.MeasureAsync(baton, ["backup", file], cancellation),
            ["audit"] = await from.MeasureAsync(baton, ["audit"], cancellation),
            ["restore"] = await to.MeasureAsync(baton, ["restore", file], cancellation),
        };
        foreach (var (command, (seconds, mebibytes)) in commands)
            plan.Say(string.Create(CultureInfo.InvariantCulture, $"{command} of {leads}: {seconds:0.0} s, {mebibytes:0} MiB, load {Machine.Load:0.0}"));
        return (commands, new FileInfo(file).Length);
    }

    private static string Show(double number) => number.ToString(number < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
