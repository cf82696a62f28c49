using Baton.Tables.Backup;
using Baton.Tables.Sqlite;
using Baton.Tables.Tests.Sqlite;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Backup;

/// <summary>A store in a file of its own, and what is needed to keep it.</summary>
internal sealed class KeptStore : IAsyncDisposable
{
    public const int Shards = 4;

    private readonly TableFile file = new();

    private KeptStore() => Engine = file.Engine();

    public SqliteTableEngine Engine { get; }

    public string BackupPath => Path.Combine(file.Folder, "store.baton");

    public static BackupPlan Plan { get; } = BackupPlan.Of("a store", BatonTables.Names.Where(t => t != BatonTables.Restores));

    /// <summary>A store with its tables and nothing in them.</summary>
    public static async Task<KeptStore> EmptyAsync()
    {
        var store = new KeptStore();
        await BatonTables.CreateAsync(store.Engine, default);
        return store;
    }

    /// <summary>A store with handoffs, wake-ups and rows of every kind of value.</summary>
    public static async Task<KeptStore> FilledAsync(int handoffs = 12)
    {
        var store = await EmptyAsync();
        var handoffStore = new TableHandoffStore(store.Engine);
        var agenda = new TableAgenda(store.Engine, Shards);
        for (var i = 1; i <= handoffs; i++)
        {
            var story = Stories.Random(i);
            await story.KeepAsync(handoffStore);
            await agenda.AddAsync(new(Baton.Handoffs.Handoffs.Store.WakeKind.Handoff, story.Id.Value, House.Monday.AddHours(i)), default);
        }

        var values = new TableValues { { "text", "恵 佐々木" }, { "none", "" }, { "a", 1 }, { "b", long.MinValue }, { "c", 0.1 }, { "d", true }, { "at", House.Monday.AddTicks(7) }, { "bytes", new byte[] { 0, 255 } } };
        await store.Engine.CommitAsync(BatonTables.People, "people", [new TableAction.Insert("rep@sales.example", values), new TableAction.Insert("\U00010000", new(0))], default);
        return store;
    }

    public BackupRun Backup(ITableScan? scan = null, ITableEngine? engine = null, TimeProvider? time = null) => new(engine ?? Engine, scan ?? Engine, Plan, time ?? TimeProvider.System);

    public Task<BackupReport> BackUpAsync(ITableScan? scan = null) => Backup(scan).RunAsync(BackupPath, false, null, default);

    public RestoreRun Restore(ITableScan? scan = null, ITableEngine? engine = null, int shards = Shards) => new(engine ?? Engine, scan ?? Engine, shards, BatonTables.Names);

    /// <summary>Every row there is, without its tag.</summary>
    public async Task<List<(string Table, string Partition, string Row, TableValues Values)>> RowsAsync()
    {
        var rows = new List<(string, string, string, TableValues)>();
        foreach (var table in BatonTables.Names)
        {
            await foreach (var row in Engine.ScanAllAsync(table, null, default))
                rows.Add((table, row.PartitionKey, row.Row.RowKey, row.Row.Values));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        file.Dispose();
    }
}
