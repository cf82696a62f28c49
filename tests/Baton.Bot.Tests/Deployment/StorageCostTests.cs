using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Bot.Tests.Docs;
using Baton.Bot.Tests.Keeping;
using Baton.Bot.Workers;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables;

namespace Baton.Bot.Tests.Deployment;

/// <summary>What storage transactions cost a month: counted on the product, multiplied, and compared with the page that says so.</summary>
public sealed class StorageCostTests(DeploymentFiles files) : IClassFixture<DeploymentFiles>
{
    // Assumed, as docs/deploy.md says with its date: USD for 10,000 transactions of tables.
    private const decimal Price = 0.00036m;
    private const int Priced = 10_000;
    private const int DaysOfMonth = 30;
    private const int Replicas = 2;

    // A sign of life of each replica: one query and one batch.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task The_page_tells_what_is_counted()
    {
        var (offered, lead) = await LeadAsync();
        var rest = AtRest();
        var page = Documents.Read("docs/deploy.md");
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"| offered, with its card and its figures | {offered} |"),
            string.Create(CultureInfo.InvariantCulture, $"| its whole life: offered, accepted, contacted, qualified, won | {lead} |"),
            string.Create(CultureInfo.InvariantCulture, $"| at rest, a month | {rest:N0} |"),
            .. new[] { 1_000, 10_000, 1_000_000 }.Select(leads => Row(leads, lead, rest)),
        ];

        Assert.True(lines.All(l => page.Contains(l, StringComparison.Ordinal)), $"docs/deploy.md must have these lines:\n{string.Join('\n', lines)}");
    }

    private static string Row(int leads, int lead, long rest)
    {
        var transactions = ((long)leads * lead) + rest;
        return string.Create(CultureInfo.InvariantCulture, $"| {leads:N0} | {transactions:N0} | {transactions * Price / Priced:0.00} |");
    }

    // Sweeps ask every shard; each replica asks for what others changed of people, and for what stands still, and gives a sign of life.
    private long AtRest()
    {
        var shards = (int)JsonNode.Parse((string)files.Documents.Single(d => (string?)d["kind"] == "ConfigMap")["data"]!["appsettings.json"]!)!["Store"]!["Shards"]!;
        var pulse = new Pulse();
        var month = TimeSpan.FromDays(DaysOfMonth);
        return (long)((shards * (month / pulse.Sweep)) + (Replicas * ((month / (pulse.Safety / 2)) + (month / DeadLetterMeter.Fresh) + (2 * (month / Beat)))));
    }

    private static async Task<(int Offered, int Life)> LeadAsync()
    {
        BilledEngine? billed = null;
        await using var store = await LivedInStore.OpenAsync(engine => billed = new BilledEngine(engine));
        var before = billed!.Transactions;
        var id = await store.Host.OfferAsync("billed");
        await store.DeliverAsync();
        var offered = billed.Transactions - before;
        foreach (var act in (string[])["accept", "touch", "qualify"])
        {
            (await store.Host.ActAsync(id, $$"""{ "action": "{{act}}", "actor": "rep@sales.example" }""")).Expect(200);
            await store.DeliverAsync();
        }

        (await store.Host.PostAsync("/api/outcomes", $$"""{ "handoff": "{{id}}", "outcome": "won", "amount": 5000, "currency": "EUR" }""")).Expect(200);
        await store.DeliverAsync();
        return (offered, billed.Transactions - before);
    }
}
