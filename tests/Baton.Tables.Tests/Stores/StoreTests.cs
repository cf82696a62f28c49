using System.Diagnostics.CodeAnalysis;
using Baton.Tables.Tests.Doubles;
using Baton.Tables.Tests.Sqlite;

namespace Baton.Tables.Tests.Stores;

/// <summary>A store on a real file: counted, then hooked, then SQLite. Each of these has a heir in which the store is an account of table storage.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit awaits DisposeAsync, which disposes both.")]
public abstract class StoreTests : IAsyncLifetime
{
    /// <summary>Far more than any test of these needs; only a deadlock lasts so long.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TableFile file = new();

    protected CountingTableEngine Engine { get; private set; } = null!;

    protected HookedTableEngine Hooks { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Hooks = new HookedTableEngine(EmptyEngine());
        Engine = new CountingTableEngine(Hooks);
        return BatonTables.CreateAsync(Engine, default);
    }

    public async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        file.Dispose();
    }

    /// <summary>An empty store.</summary>
    protected virtual ITableEngine EmptyEngine() => file.Engine();

    /// <summary>Every row of a partition.</summary>
    protected async Task<IReadOnlyList<TableRow>> RowsOf(string table, string partition) =>
        await All(Engine.ReadAllAsync(table, partition, RowRange.All, default));

    protected static async Task<List<T>> All<T>(IAsyncEnumerable<T> source)
    {
        List<T> all = [];
        await foreach (var each in source)
            all.Add(each);
        return all;
    }

    protected void AssertTrips(int reads, int queries, int commits) =>
        Assert.Equal((reads, queries, commits), (Engine.Reads, Engine.Queries, Engine.Commits));
}
