using System.Globalization;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Load;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Handoffs.Handoffs;

namespace Baton.Benchmarks.Accept;

/// <summary>Clicks a second: Baton, which stores each before it answers, and an app on Bolt, which stores nothing.</summary>
internal static class AcceptBenchmark
{
    private const int Connections = 16;
    private const int WarmUp = 24_000;
    private const int MostPerSecond = 12_000;
    private static readonly TimeSpan RoundLimit = TimeSpan.FromSeconds(30);

    public static async Task<FigureTable> RunAsync(BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        var clicks = Math.Min(plan.Seconds, 10) * MostPerSecond / 2;
        await BoltPeer.PrepareAsync(cancellation);
        var published = await Published.OfAsync("src/Baton.Bot", "baton", scratch, cancellation);
        var folder = new BatonFolder(scratch.File("accept"));
        var csv = scratch.File("accept.csv");
        LeadCsv.Write(csv, 52_000_000, WarmUp + (plan.Rounds * clicks), TimeProvider.System.GetUtcNow());
        plan.Say($"Offering {WarmUp + (plan.Rounds * clicks)} leads …");
        var offered = await new Seeds(folder).OfferAsync(csv, cancellation);
        await using var baton = await folder.ServeAsync(published, cancellation);
        await using var bolt = await BoltPeer.StartAsync(cancellation);
        var rounds = new AcceptRounds(baton, bolt, plan, cancellation);
        await rounds.WarmUpAsync([.. offered.Take(WarmUp)]);
        for (var round = 0; round < plan.Rounds; round++)
        {
            await rounds.RunAsync([.. offered.Skip(WarmUp + (round * clicks)).Take(clicks)]);
        }

        return rounds.Table();
    }

    private sealed class AcceptRounds(ServerProcess baton, ServerProcess bolt, BenchmarkPlan plan, CancellationToken cancellation)
    {
        private readonly List<LoadRound> ours = [];
        private readonly List<LoadRound> theirs = [];
        private TimeSpan limit = RoundLimit;

        public async Task WarmUpAsync(HandoffId[] offered)
        {
            await BatonAsync(offered);
            await BoltAsync(offered);
            ours.Clear();
            theirs.Clear();
            limit = TimeSpan.FromSeconds(plan.Seconds);
        }

        public async Task RunAsync(HandoffId[] offered)
        {
            await BatonAsync(offered);
            await BoltAsync(offered);
        }

        public FigureTable Table()
        {
            var table = new FigureTable();
            var (a, b) = (Of(ours, r => r.PerSecond), Of(theirs, r => r.PerSecond));
            table.Add("Accepting, clicks/s (16 connections)", a.Show("0"), b.Show("0"), a.Median / b.Median, "≥ 1.50");
            Latency(table, "p50, ms", 0.50, "");
            Latency(table, "p99, ms", 0.99, "< 1.00");
            return table;
        }

        private static Series Of(List<LoadRound> rounds, Func<LoadRound, double> figure) => new(rounds.Select(figure));

        private void Latency(FigureTable table, string name, double part, string wanted)
        {
            var (a, b) = (Of(ours, r => r.Percentile(part)), Of(theirs, r => r.Percentile(part)));
            table.Add($"Accepting, {name}", a.Show("0.0"), b.Show("0.0"), a.Median / b.Median, wanted);
        }

        private async Task BatonAsync(HandoffId[] offered)
        {
            ours.Add(await RoundAsync("Baton", baton, [.. offered.Select(id => BatonRoutes.Accept(id.Value))]));
            var settled = await baton.SettleAsync(cancellation);
            plan.Say($"  what the clicks left to deliver was delivered {settled.TotalSeconds:0.0} s later");
        }

        private async Task BoltAsync(HandoffId[] offered)
        {
            var now = TimeProvider.System.GetUtcNow();
            theirs.Add(await RoundAsync("Bolt", bolt, [.. offered.Select(id => BoltPeer.Click(id.Value, now))]));
        }

        private async Task<LoadRound> RoundAsync(string who, ServerProcess server, byte[][] requests)
        {
            var cpu = server.CpuTime;
            var round = await LoadGenerator.RunAsync(server.Port, requests, Connections, limit, cancellation);
            cpu = server.CpuTime - cpu;
            plan.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{who}: {round.PerSecond:0} clicks/s, p50 {round.Percentile(0.5):0.0} ms, p99 {round.Percentile(0.99):0.0} ms, longest {round.Percentile(1):0.0} ms; {round.Answered} in {round.Took.TotalSeconds:0.0} s; processors: server {cpu / round.Took:0.00} ({cpu.TotalMicroseconds / round.Answered:0} µs a click), generator {round.OwnCpu / round.Took:0.00}, load {Machine.Load:0.0}"));
            return round.Refused == 0 ? round : throw new InvalidOperationException($"{who} answered {round.Refused} of {requests.Length} clicks with something else than 200.");
        }
    }
}
