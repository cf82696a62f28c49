using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Baton.Benchmarks.Accept;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Load;
using Baton.Benchmarks.Running;
using Baton.Handoffs.Handoffs;

namespace Baton.Benchmarks.Slack;

/// <summary>Rounds of clicks and of commands, Baton and Bolt in turn.</summary>
internal sealed class SlackRounds(ServerProcess baton, ServerProcess bolt, BenchmarkPlan plan, CancellationToken cancellation)
{
    private const int Connections = 16;
    private const int Looks = 50;
    private const string Clicks = "/slack/interactivity";
    private const string Commands = "/slack/commands";
    private const string Clicked = "clicks";
    private const string Asked = "commands";

    // By kind, in the order in which they were first measured.
    private readonly OrderedDictionary<string, (List<LoadRound> Ours, List<LoadRound> Theirs)> rounds = [];
    private readonly List<double> clickCpu = [];
    private int commands;

    /// <summary>A round of clicks on each side.</summary>
    /// <param name="offered">What is clicked on.</param>
    public async Task ClickAsync(IReadOnlyList<HandoffId> offered)
    {
        var (ours, theirs) = Of(Clicked);
        var now = TimeProvider.System.GetUtcNow();
        var cpu = baton.CpuTime;
        ours.Add(await RoundAsync("Baton", Clicked, baton, [.. offered.Select(id => SlackRequest.Click(Clicks, BoltPeer.Secret, id.Value, now))]));
        clickCpu.Add((baton.CpuTime - cpu).TotalMicroseconds / ours[^1].Answered);
        await baton.SettleAsync(cancellation);
        await RequireStoredAsync(offered, ours[^1].Answered);
        now = TimeProvider.System.GetUtcNow();
        theirs.Add(await RoundAsync("Bolt", Clicked, bolt, [.. offered.Select(id => BoltPeer.Click(id.Value, now))]));
    }

    /// <summary>A round of commands on each side.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="count">At most so many.</param>
    public async Task AskAsync(string asked, int count)
    {
        var kind = $"{Asked} {asked}";
        var (ours, theirs) = Of(kind);
        ours.Add(await RoundAsync("Baton", kind, baton, Asking(Commands, asked, count)));
        theirs.Add(await RoundAsync("Bolt", kind, bolt, Asking(BoltPeer.Path, asked, count)));
    }

    /// <summary>What came so far was for warming up.</summary>
    public void Forget()
    {
        rounds.Clear();
        clickCpu.Clear();
    }

    /// <summary>The figures of each kind; for clicks also how much of a click it is to check and read it.</summary>
    public FigureTable Table()
    {
        var table = new FigureTable();
        foreach (var (kind, (ours, theirs)) in rounds)
        {
            Add(table, $"Slack {kind}/s (16 connections)", ours, theirs, r => r.PerSecond, "0", "≥ 1.50");
            Add(table, $"Slack {kind}, p50, ms", ours, theirs, r => r.Percentile(0.50), "0.0", "");
            Add(table, $"Slack {kind}, p99, ms", ours, theirs, r => r.Percentile(0.99), "0.0", "< 1.00");
        }

        if (clickCpu.Count > 0)
        {
            var (reading, click) = (new Series(ClickReading.Measure(plan.Rounds)), new Series(clickCpu));
            table.Add("Checking and reading a Slack click, µs of processor (peer: the whole click)", reading.Show("0.0"), click.Show("0"), reading.Median / click.Median, "< 0.10");
        }

        return table;
    }

    private (List<LoadRound> Ours, List<LoadRound> Theirs) Of(string kind)
    {
        if (!rounds.TryGetValue(kind, out var both))
        {
            rounds.Add(kind, both = ([], []));
        }

        return both;
    }

    private static void Add(FigureTable table, string name, List<LoadRound> ours, List<LoadRound> theirs, Func<LoadRound, double> figure, string format, string wanted)
    {
        var (a, b) = (new Series(ours.Select(figure)), new Series(theirs.Select(figure)));
        table.Add(name, a.Show(format), b.Show(format), a.Median / b.Median, wanted);
    }

    /// <summary>What was answered must have been done: looks at some of the handoffs that were clicked on, which were taken in their order.</summary>
    private async Task RequireStoredAsync(IReadOnlyList<HandoffId> offered, int answered)
    {
        using var client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{baton.Port}")) };
        for (var at = 0; at < answered; at += Math.Max(1, answered / Looks))
        {
            var handoff = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{offered[at].Value}", UriKind.Relative), cancellation);
            if (!"accepted".Equals(handoff.GetProperty("state").GetString(), StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"Click {at} of {answered} was answered and not stored: {handoff}");
            }
        }
    }

    private byte[][] Asking(string path, string asked, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        return [.. Enumerable.Range(0, count).Select(_ => SlackRequest.Command(path, BoltPeer.Secret, asked, ++commands, now))];
    }

    private async Task<LoadRound> RoundAsync(string who, string kind, ServerProcess server, byte[][] requests)
    {
        var cpu = server.CpuTime;
        var round = await LoadGenerator.RunAsync(server.Port, requests, Connections, TimeSpan.FromSeconds(plan.Seconds), cancellation);
        cpu = server.CpuTime - cpu;
        plan.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{who}: {round.PerSecond:0} {kind}/s, p50 {round.Percentile(0.5):0.0} ms, p99 {round.Percentile(0.99):0.0} ms; {round.Answered} in {round.Took.TotalSeconds:0.0} s, {cpu.TotalMicroseconds / round.Answered:0} µs of processor each; load {Machine.Load:0.0}"));
        return round.Refused == 0 ? round : throw new InvalidOperationException($"{who} answered {round.Refused} of {requests.Length} {kind} with something else than 200.");
    }
}
