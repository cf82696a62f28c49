using Baton.Benchmarks.Accept;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Handoffs.Handoffs;
using Baton.Slack.StandIn;

namespace Baton.Benchmarks.Slack;

/// <summary>
/// Signed clicks and commands a second: Baton, which stores each click before it answers, and an app on Bolt, which stores nothing. Both get the same
/// requests with the same signatures. The cards themselves stand in the console: Slack would take one a second.
/// </summary>
internal static class SlackBenchmark
{
    private const int WarmUp = 6_000;
    private const int MostPerSecond = 5_000;

    private const int MostAsked = 150_000;

    /// <summary>Needs no facts of any handoff: what is measured is the way to the answer and not the size of a store.</summary>
    private const string Fixed = "help";

    /// <summary>Is counted anew for each who asks, from what is open: here a team's everyday.</summary>
    private const string Counted = "queue";
    private const int OpenEveryday = 200;

    public static async Task<FigureTable> RunAsync(BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        await BoltPeer.PrepareAsync(cancellation);
        var published = await Published.OfAsync("src/Baton.Bot", "baton", scratch, cancellation);
        var folder = new BatonFolder(scratch.File("slack"));
        var clicks = Math.Min(plan.Seconds, 10) * MostPerSecond;
        var offered = await OfferAsync(plan, scratch, folder, WarmUp + (plan.Rounds * clicks), cancellation);
        await using var slack = await WorkspaceAsync();
        await using var baton = await ServeAsync(folder, published, slack, cancellation);
        await using var bolt = await BoltPeer.StartAsync(cancellation);
        var rounds = new SlackRounds(baton, bolt, plan, cancellation);
        await rounds.ClickAsync(offered[..WarmUp]);
        await rounds.AskAsync(Fixed, WarmUp);
        rounds.Forget();
        for (var round = 0; round < plan.Rounds; round++)
        {
            await rounds.ClickAsync(offered[(WarmUp + (round * clicks))..(WarmUp + ((round + 1) * clicks))]);
            await rounds.AskAsync(Fixed, MostAsked);
        }

        var table = rounds.Table();
        table.Add(await EverydayAsync(plan, scratch, published, slack, bolt, cancellation));
        return table;
    }

    // A store of its own: the queue of tens of thousands would be nobody's.
    private static async Task<FigureTable> EverydayAsync(
        BenchmarkPlan plan, Scratch scratch, Published published, StrictSlack slack, ServerProcess bolt, CancellationToken cancellation)
    {
        var folder = new BatonFolder(scratch.File("everyday"));
        await OfferAsync(plan, scratch, folder, OpenEveryday, cancellation);
        await using var baton = await ServeAsync(folder, published, slack, cancellation);
        var rounds = new SlackRounds(baton, bolt, plan, cancellation);
        await rounds.AskAsync(Counted, WarmUp);
        rounds.Forget();
        for (var round = 0; round < plan.Rounds; round++)
        {
            await rounds.AskAsync(Counted, MostAsked);
        }

        return rounds.Table();
    }

    private static Task<ServerProcess> ServeAsync(BatonFolder folder, Published published, StrictSlack slack, CancellationToken cancellation) => folder.ServeAsync(
        published, cancellation, ("Slack__BotToken", slack.Settings.BotToken), ("Slack__ApiUrl", slack.ApiUrl.ToString()), ("Slack__SigningSecrets__0", BoltPeer.Secret));

    private static async Task<HandoffId[]> OfferAsync(BenchmarkPlan plan, Scratch scratch, BatonFolder folder, int leads, CancellationToken cancellation)
    {
        var csv = scratch.File("slack.csv");
        LeadCsv.Write(csv, 53_000_000, leads, TimeProvider.System.GetUtcNow());
        plan.Say($"Offering {leads} leads …");
        return [.. await new Seeds(folder).OfferAsync(csv, cancellation)];
    }

    private static async Task<StrictSlack> WorkspaceAsync()
    {
        var slack = await StrictSlack.StartAsync(new StrictSlackSettings { TeamId = "T0BENCH", AppId = "A0BENCH", SigningSecret = BoltPeer.Secret });
        slack.AddUser("Rep", BatonFolder.Rep, u => u with { Id = "U0REP" });
        slack.AddChannel("sales", c => c with { Id = "C0SALES" });
        return slack;
    }
}
