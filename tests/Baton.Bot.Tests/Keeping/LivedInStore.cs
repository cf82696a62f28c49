using System.Text.Json;
using Baton.Bot.Commands.Keeping;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Tables;
using Baton.Tables.Audit;
using Baton.Tables.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Keeping;

/// <summary>A store in which the product has worked: an offered, an accepted and a closed handoff, everything delivered. Tests damage it.</summary>
internal sealed class LivedInStore : IAsyncDisposable
{
    private LivedInStore(ApiHost host) => Host = host;

    public ApiHost Host { get; }

    public HandoffId Offered { get; private set; }

    public HandoffId Accepted { get; private set; }

    public HandoffId Closed { get; private set; }

    public SqliteTableEngine Engine => Get<SqliteTableEngine>();

    public DateTimeOffset Now => Host.Clock.GetUtcNow();

    /// <summary>Lets the product live for a while.</summary>
    /// <param name="around">Puts something around the engine.</param>
    public static async Task<LivedInStore> OpenAsync(Func<ITableEngine, ITableEngine>? around = null)
    {
        var store = new LivedInStore(await ApiHost.StartAsync(change: services =>
        {
            if (around is not null)
            {
                services.AddSingleton(s => around(s.GetRequiredService<SqliteTableEngine>()));
            }
        }));
        store.Offered = new(await store.Host.OfferAsync("offered"));
        store.Accepted = new(await store.Host.OfferAsync("accepted"));
        store.Closed = new(await store.Host.OfferAsync("closed"));
        await store.ActAsync(store.Accepted, """{ "action": "accept", "actor": "rep@sales.example" }""");
        await store.ActAsync(store.Closed, """{ "action": "accept", "actor": "rep@sales.example" }""");
        await store.ActAsync(store.Closed, """{ "action": "touch", "actor": "rep@sales.example" }""");
        await store.ActAsync(store.Closed, """{ "action": "disqualify", "actor": "rep@sales.example", "reason": "no_need" }""");
        await store.DeliverAsync();
        return store;
    }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Handles what is due, as the sweeps do.</summary>
    public async Task DeliverAsync()
    {
        Host.Clock.Advance(TimeSpan.FromSeconds(31));
        var agenda = Get<IAgenda>();
        for (var shard = 0; shard < agenda.Shards; shard++)
        {
            foreach (var wakes in (await agenda.DueAsync(shard, Now, TableRules.MaxPageRows, default)).Where(w => w.Kind == WakeKind.Handoff).GroupBy(w => w.Id, StringComparer.Ordinal))
            {
                await Get<Runner>().RunAsync(new HandoffId(wakes.Key), [.. wakes], default);
            }
        }
    }

    public async Task<(AuditReport Report, List<AuditFinding> Findings)> AuditAsync(bool repair = false)
    {
        var findings = new List<AuditFinding>();
        return (await AuditCommand.AuditOf(Host.Services).RunAsync(repair, findings.Add, null, default), findings);
    }

    public async Task<Handoff> HandoffAsync(HandoffId id) => (await Get<IHandoffStore>().LoadAsync(id, default))!.Handoff;

    public async Task<EmailAddress> ContactAsync(HandoffId id) => (await HandoffAsync(id)).Lead.Contact.Email!.Value;

    public Task WriteAsync(string table, string partition, string row, TableValues values) => Engine.CommitAsync(table, partition, [new TableAction.Upsert(row, values)], default);

    public Task RemoveAsync(string table, string partition, string row) => Engine.CommitAsync(table, partition, [new TableAction.Remove(row)], default);

    /// <summary>Deletes every wake-up of a thing.</summary>
    public async Task ForgetWakesAsync(string id)
    {
        await foreach (var row in Engine.ScanAllAsync(BatonTables.Agenda, null, default))
        {
            if (row.Row.Values.FindString("id") == id)
            {
                await RemoveAsync(BatonTables.Agenda, row.PartitionKey, row.Row.RowKey);
            }
        }
    }

    public static TableValues Json(string json)
    {
        var values = new TableValues();
        values.AddJson(System.Text.Encoding.UTF8.GetBytes(JsonDocument.Parse(json).RootElement.GetRawText()));
        return values;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task ActAsync(HandoffId id, string body) => (await Host.ActAsync(id.Value, body)).Expect(200);
}
