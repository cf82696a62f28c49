using Baton.Tables;

namespace Baton.Bot.Tests.Api.Hosting;

/// <summary>Lets a test fail a commit or a query, or hold it.</summary>
internal sealed class FaultyTableEngine(ITableEngine inner) : ITableEngine
{
    /// <summary>Awaited before each commit, with the table.</summary>
    public Func<string, Task> BeforeCommit { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called before each query, with the table.</summary>
    public Action<string> BeforeQuery { get; set; } = _ => { };

    /// <summary>Fails commits to a table from the given one on, counted from 1.</summary>
    public void FailFrom(string table, int commit)
    {
        var count = 0;
        BeforeCommit = at => at == table && Interlocked.Increment(ref count) >= commit
            ? throw new TableUnavailableException(TableUnavailable.DiskFull, "The disk is full.", "Make room.")
            : Task.CompletedTask;
    }

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct) => inner.GetAsync(table, partitionKey, rowKey, ct);

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
    {
        BeforeQuery(table);
        return inner.QueryAsync(table, partitionKey, range, take, continuation, ct);
    }

    public async Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        await BeforeCommit(table);
        return await inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
