using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Baton.Benchmarks.Figures;
using Baton.Benchmarks.Load;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Handoffs.Handoffs;
using Baton.Teams.StandIn;

namespace Baton.Benchmarks.Teams;

/// <summary>
/// Presses of <c>Accept</c> on a card in Teams, each with a token of the channel service that is checked: Baton, which stores the change before it answers with the card as it then is, and
/// a bot on <c>botbuilder</c>, which stores nothing and answers an empty card. The cards themselves stand in the console: Teams would take two a second.
/// </summary>
internal static class TeamsBenchmark
{
    private const int Connections = 16;
    private const int WarmUp = 12_000;
    private const int MostPerSecond = 6_000;
    private const int Looks = 50;
    private static readonly TimeSpan WarmUpLimit = TimeSpan.FromSeconds(30);

    public static async Task<FigureTable> RunAsync(BenchmarkPlan plan, Scratch scratch, CancellationToken cancellation)
    {
        await BotBuilderPeer.PrepareAsync(cancellation);
        var published = await Published.OfAsync("src/Baton.Bot", "baton", scratch, cancellation);
        var folder = new BatonFolder(scratch.File("teams"));
        var presses = Math.Min(plan.Seconds, 10) * MostPerSecond;
        var csv = scratch.File("teams.csv");
        LeadCsv.Write(csv, 54_000_000, WarmUp + (plan.Rounds * presses), TimeProvider.System.GetUtcNow());
        plan.Say($"Offering {WarmUp + (plan.Rounds * presses)} leads …");
        HandoffId[] offered = [.. await new Seeds(folder).OfferAsync(csv, cancellation)];
        await using var teams = await StrictTeams.StartAsync();
        var rep = teams.AddPerson("Rep", BatonFolder.Rep);
        var press = new TeamsPress(teams, rep, teams.AddTeam(rep));
        await using var baton = await folder.ServeAsync(
            published,
            cancellation,
            ("Teams__AppId", teams.Settings.AppId),
            ("Teams__TenantId", teams.Settings.TenantId),
            ("Teams__ClientSecret", teams.Settings.ClientSecret),
            ("Teams__Authority", teams.Address.AbsoluteUri),
            ("Teams__ServiceUrls__0", teams.ServiceUrl.AbsoluteUri));
        await using var bot = await BotBuilderPeer.StartAsync(teams, cancellation);
        var rounds = new TeamsRounds(baton, bot, press, plan, cancellation);
        await rounds.RunAsync(offered[..WarmUp]);
        rounds.Forget();
        for (var round = 0; round < plan.Rounds; round++)
        {
            await rounds.RunAsync(offered[(WarmUp + (round * presses))..(WarmUp + ((round + 1) * presses))]);
        }

        var table = rounds.Table();
        await TokenRounds.AddAsync(table, teams, plan, cancellation);
        return table;
    }

    private sealed class TeamsRounds(ServerProcess baton, ServerProcess bot, TeamsPress press, BenchmarkPlan plan, CancellationToken cancellation)
    {
        private readonly List<LoadRound> ours = [];
        private readonly List<LoadRound> theirs = [];
        private TimeSpan limit = WarmUpLimit;

        public async Task RunAsync(HandoffId[] offered)
        {
            ours.Add(await RoundAsync("Baton", baton, offered));
            await baton.SettleAsync(cancellation);
            await RequireStoredAsync(offered, ours[^1].Answered);
            theirs.Add(await RoundAsync("botbuilder", bot, offered));
        }

        /// <summary>What came so far was for warming up.</summary>
        public void Forget()
        {
            ours.Clear();
            theirs.Clear();
            limit = TimeSpan.FromSeconds(plan.Seconds);
        }

        public FigureTable Table()
        {
            var table = new FigureTable();
            Add(table, "Teams presses/s (16 connections)", r => r.PerSecond, "0", "≥ 2.50");
            Add(table, "Teams presses, p50, ms", r => r.Percentile(0.50), "0.0", "");
            Add(table, "Teams presses, p99, ms", r => r.Percentile(0.99), "0.0", "< 1.00");
            return table;
        }

        private void Add(FigureTable table, string name, Func<LoadRound, double> figure, string format, string wanted)
        {
            var (a, b) = (new Series(ours.Select(figure)), new Series(theirs.Select(figure)));
            table.Add(name, a.Show(format), b.Show(format), a.Median / b.Median, wanted);
        }

        /// <summary>What was answered must have been done: looks at some of the handoffs that were pressed, which were taken in their order.</summary>
        private async Task RequireStoredAsync(HandoffId[] offered, int answered)
        {
            using var client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{baton.Port}")) };
            for (var at = 0; at < answered; at += Math.Max(1, answered / Looks))
            {
                var handoff = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{offered[at].Value}", UriKind.Relative), cancellation);
                if (!"accepted".Equals(handoff.GetProperty("state").GetString(), StringComparison.OrdinalIgnoreCase))
                {
                    throw new InvalidOperationException($"Press {at} of {answered} was answered and not stored: {handoff}");
                }
            }
        }

        private async Task<LoadRound> RoundAsync(string who, ServerProcess server, HandoffId[] offered)
        {
            var requests = press.Accept(offered.Select(id => id.Value));
            var cpu = server.CpuTime;
            var round = await LoadGenerator.RunAsync(server.Port, requests, Connections, limit, cancellation);
            cpu = server.CpuTime - cpu;
            plan.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{who}: {round.PerSecond:0} presses/s, p50 {round.Percentile(0.5):0.0} ms, p99 {round.Percentile(0.99):0.0} ms; {round.Answered} in {round.Took.TotalSeconds:0.0} s, {cpu.TotalMicroseconds / round.Answered:0} µs of processor each; load {Machine.Load:0.0}"));
            return round.Refused == 0 ? round : throw new InvalidOperationException($"{who} answered {round.Refused} of {requests.Length} presses with something else than 200.");
        }
    }
}
