using System.Globalization;
using Baton.Bot.Composition;
using Baton.Bot.WebConsole;
using Baton.EndToEnd.Processes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;
using Baton.Tables;
using Baton.Tables.Audit;
using Baton.Tables.Azure;
using Baton.Tables.Sqlite;
using Baton.Web.Console.Messages;
using Microsoft.Extensions.Configuration;

namespace Baton.EndToEnd.Stores;

/// <summary>What a process left behind, opened in this one and read through the product's own stores.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly ITableEngine engine;
    private readonly ITableScan scan; // the same engine
    private readonly TableFacts facts;
    private readonly TableAgenda agenda;
    private readonly TableConsoleMessages console;
    private readonly Dictionary<Place, Dictionary<string, int>> shown = []; // read once: the store is at rest

    private OpenStore(ITableEngine engine, ITableScan scan, Settings settings)
    {
        this.engine = engine;
        this.scan = scan;
        Terms = settings.Terms;
        Handoffs = new TableHandoffStore(engine);
        facts = new TableFacts(engine);
        agenda = new TableAgenda(engine, settings.Store.Shards);
        console = new TableConsoleMessages(engine);
        Index = new TableLeadIndex(engine);
    }

    public Terms Terms { get; }

    public TableHandoffStore Handoffs { get; }

    public TableLeadIndex Index { get; }

    /// <summary>Opens the store that is configured in a working folder; its process must have ended.</summary>
    public static OpenStore In(string folder)
    {
        var (settings, errors) = SettingsReader.Read(new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "appsettings.json")).Build());
        Assert.True(settings is not null, string.Join('\n', errors));
        return settings.Store.IsFile
            ? Of(new SqliteTableEngine(new SqliteTableOptions { Path = Path.Combine(folder, SalesHouse.StoreFile) }), settings)
            : Of(new AzureTableEngine(settings.Store.Account), settings);
    }

    /// <summary>Every fact of every week.</summary>
    public async Task<List<HandoffFact>> FactsAsync()
    {
        var all = new List<HandoffFact>();
        foreach (var week in await facts.WeeksAsync(default))
        {
            all.AddRange(await facts.OfWeekAsync(week, default).ToListAsync());
        }

        return all;
    }

    /// <summary>Every wake-up, whenever it is due, by what it wakes.</summary>
    public async Task<ILookup<string, Wake>> WakesAsync()
    {
        var all = new List<Wake>();
        for (var shard = 0; shard < agenda.Shards; shard++)
        {
            // By its rows (docs/architecture.md): the agenda itself tells of no more at once than a sweep handles.
            var partition = string.Create(CultureInfo.InvariantCulture, $"shard|{shard:D2}");
            await foreach (var row in engine.ReadAllAsync(BatonTables.Agenda, partition, RowRange.All, default))
            {
                var due = new DateTimeOffset(long.Parse(row.RowKey.Split('|')[0], CultureInfo.InvariantCulture), TimeSpan.Zero);
                all.Add(new Wake(Enum.Parse<WakeKind>(row.Values.GetString("kind")), row.Values.GetString("id"), due));
            }
        }

        return all.ToLookup(w => w.Id, StringComparer.Ordinal);
    }

    /// <summary>How often a place of the console shows what an effect sent.</summary>
    public async Task<int> ShownAsync(Place place, string effectId)
    {
        if (!shown.TryGetValue(place, out var there))
        {
            shown[place] = there = (await MessagesAsync(place)).CountBy(m => m.EffectId).ToDictionary(StringComparer.Ordinal);
        }

        return there.GetValueOrDefault(effectId);
    }

    /// <summary>
    /// Every effect that is still to be sent. One walk over the table: a question for each handoff would be work for the store, beside the processes
    /// that are watched.
    /// </summary>
    public async Task<List<(HandoffId Id, OutboxEntry Entry)>> OutboxAsync()
    {
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in scan.ScanAllAsync(BatonTables.Handoffs, null, default))
        {
            // By its rows (docs/architecture.md).
            if (row.Row.RowKey.StartsWith("outbox|", StringComparison.Ordinal))
            {
                waiting.Add(row.PartitionKey);
            }
        }

        var all = new List<(HandoffId, OutboxEntry)>();
        foreach (var id in waiting.Select(w => new HandoffId(w)))
        {
            var file = await Handoffs.OpenAsync(id, default);
            all.AddRange((file?.Outbox ?? []).Where(e => !e.Dead).Select(e => (id, e)));
        }

        return all;
    }

    /// <summary>Every handoff that a fact or a wake-up names: a new one has its wake-up before it has anything else.</summary>
    public async Task<IReadOnlyList<HandoffId>> HandoffsAsync() =>
        [.. (await FactsAsync()).Select(f => f.Id.Value).Union((await WakesAsync()).Select(w => w.Key).Where(HandoffId.IsWellFormed)).Select(id => new HandoffId(id))];

    /// <summary>A handoff with its timeline.</summary>
    public async Task<(HandoffFile File, List<HandoffEvent> Timeline)?> HandoffAsync(HandoffId id) =>
        await Handoffs.OpenAsync(id, default) is { } file ? (file, await Handoffs.TimelineAsync(id, default).ToListAsync()) : null;

    /// <summary>What the product's own audit finds.</summary>
    public async Task<List<AuditFinding>> FindingsAsync()
    {
        var findings = new List<AuditFinding>();
        await new Baton.Tables.Audit.StoreAudit(engine, scan, agenda, Terms, new Pulse(), TimeProvider.System).RunAsync(false, findings.Add, null, default);
        return findings;
    }

    /// <summary>The card that a message shows.</summary>
    public Task<ConsoleMessage?> MessageAsync(Place place, string id) => console.GetAsync(place, id, default);

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private static OpenStore Of<TEngine>(TEngine engine, Settings settings)
        where TEngine : ITableEngine, ITableScan => new(engine, engine, settings);

    private async Task<List<ConsoleMessage>> MessagesAsync(Place place)
    {
        var all = new List<ConsoleMessage>();
        IReadOnlyList<ConsoleMessage> page;
        do
        {
            page = await console.ListAsync(place, all.Count == 0 ? null : all[0].Id, 100, default);
            all.InsertRange(0, page);
        }
        while (page.Count > 0);
        return all;
    }
}
