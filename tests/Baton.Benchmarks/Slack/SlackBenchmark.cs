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

    /// <summary>Needs no facts of any handoff: what is measured is the way to the answer and not the size of a store.</summary>
    private const string Asked = "help";

    public static async Task<FigureTable> RunAsync(BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        await BoltPeer.PrepareAsync(cancellation);
        var published = await Published.OfAsync("src/Baton.Bot", "baton", scratch, cancellation);
        var folder = new BatonFolder(scratch.File("slack"));
        var clicks = Math.Min(plan.Seconds, 10) * MostPerSecond;
        var offered = await OfferAsync(plan, scratch, folder, WarmUp + (plan.Rounds * clicks), cancellation);
        await using var slack = await WorkspaceAsync();
        await using var baton = await folder.ServeAsync(
            published, cancellation, ("Slack__BotToken", slack.Settings.BotToken), ("Slack__ApiUrl", slack.ApiUrl.ToString()), ("Slack__SigningSecrets__0", BoltPeer.Secret));
        await using var bolt = await BoltPeer.StartAsync(cancellation);
        var rounds = new SlackRounds(baton, bolt, plan, cancellation);
        await rounds.RunAsync(offered[..WarmUp], Asked);
        rounds.Forget();
        for (var round = 0; round < plan.Rounds; round++)
        {
            await rounds.RunAsync(offered[(WarmUp + (round * clicks))..(WarmUp + ((round + 1) * clicks))], Asked);
        }

        return rounds.Table();
    }

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
