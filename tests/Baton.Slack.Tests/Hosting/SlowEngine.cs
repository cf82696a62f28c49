using Baton.Tables;

namespace Baton.Slack.Tests.Hosting;

/// <summary>Lets a test hold commits and reads, or fail them.</summary>
internal sealed class SlowEngine(ITableEngine inner) : ITableEngine
{
    /// <summary>Awaited before each commit, with the table.</summary>
    public Func<string, Task> BeforeCommit { get; set; } = _ => Task.CompletedTask;

    /// <summary>Awaited before each read of one row, with the table.</summary>
    public Func<string, Task> BeforeGet { get; set; } = _ => Task.CompletedTask;

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public async Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        await BeforeGet(table);
        return await inner.GetAsync(table, partitionKey, rowKey, ct);
    }

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct) =>
        inner.QueryAsync(table, partitionKey, range, take, continuation, ct);

    public async Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        await BeforeCommit(table);
        return await inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
