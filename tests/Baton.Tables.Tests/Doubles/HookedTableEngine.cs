namespace Baton.Tables.Tests.Doubles;

/// <summary>Lets a test act just before a call reaches the engine behind it: let somebody else be quicker, fail, or wait for another call.</summary>
/// <param name="inner">Does the work; disposed with this one.</param>
public sealed class HookedTableEngine(ITableEngine inner) : ITableEngine
{
    // Counted by any thread, by interlocked increment.
    private int rowsRead;

    /// <summary>Awaited before each read or query, with table and partition.</summary>
    public Func<string, string, Task> BeforeRead { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Awaited before each commit, with table and partition.</summary>
    public Func<string, string, Task> BeforeCommit { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The engine behind it, for whoever is not to be stopped.</summary>
    public ITableEngine Inner => inner;

    /// <summary>Rows that were answered.</summary>
    public int RowsRead => Volatile.Read(ref rowsRead);

    /// <summary>Before the next commit to that table, and only once, lets <paramref name="act"/> happen.</summary>
    public void Once(string table, Func<Task> act)
    {
        var done = 0;
        BeforeCommit = (at, _) => at == table && Interlocked.Exchange(ref done, 1) == 0 ? act() : Task.CompletedTask;
    }

    /// <summary>Holds every call until so many are there: calls made one after the other would never get on.</summary>
    public void HoldUntil(int calls)
    {
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var missing = calls;
        BeforeRead = BeforeCommit = (_, _) =>
        {
            if (Interlocked.Decrement(ref missing) == 0)
                all.SetResult();
            return all.Task;
        };
    }

    /// <inheritdoc/>
    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    /// <inheritdoc/>
    public async Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        await BeforeRead(table, partitionKey);
        var row = await inner.GetAsync(table, partitionKey, rowKey, ct);
        Interlocked.Add(ref rowsRead, row is null ? 0 : 1);
        return row;
    }

    /// <inheritdoc/>
    public async Task<TablePage> QueryAsync(
        string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
    {
        await BeforeRead(table, partitionKey);
        var page = await inner.QueryAsync(table, partitionKey, range, take, continuation, ct);
        Interlocked.Add(ref rowsRead, page.Rows.Count);
        return page;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(
        string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        await BeforeCommit(table, partitionKey);
        return await inner.CommitAsync(table, partitionKey, actions, ct);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
