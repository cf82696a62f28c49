using Baton.Tables;

namespace Baton.Benchmarks.Memory;

/// <summary>Counts the calls that reach the engine and the rows that they read.</summary>
internal sealed class CountingEngine(ITableEngine inner) : ITableEngine
{
    // All counted by any thread, by interlocked increment.
    private int rows;
    private int reads;
    private int commits;

    public bool CommitsTogether => inner.CommitsTogether;

    public (int Rows, int Reads, int Commits) Counts => (Volatile.Read(ref rows), Volatile.Read(ref reads), Volatile.Read(ref commits));

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public async Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        Interlocked.Increment(ref reads);
        var row = await inner.GetAsync(table, partitionKey, rowKey, ct);
        Interlocked.Add(ref rows, row is null ? 0 : 1);
        return row;
    }

    public async Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
    {
        Interlocked.Increment(ref reads);
        var page = await inner.QueryAsync(table, partitionKey, range, take, continuation, ct);
        Interlocked.Add(ref rows, page.Rows.Count);
        return page;
    }

    public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        Interlocked.Increment(ref commits);
        return inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public Task<IReadOnlyList<string>> CommitInOrderAsync(TableBatch first, TableBatch then, CancellationToken ct)
    {
        Interlocked.Increment(ref commits);
        return inner.CommitInOrderAsync(first, then, ct);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
