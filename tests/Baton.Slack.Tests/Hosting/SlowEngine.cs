using Baton.Tables;

namespace Baton.Slack.Tests.Hosting;

/// <summary>Lets a test hold commits, or fail them.</summary>
internal sealed class SlowEngine(ITableEngine inner) : ITableEngine
{
    /// <summary>Awaited before each commit, with the table.</summary>
    public Func<string, Task> BeforeCommit { get; set; } = _ => Task.CompletedTask;

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct) => inner.GetAsync(table, partitionKey, rowKey, ct);

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct) =>
        inner.QueryAsync(table, partitionKey, range, take, continuation, ct);

    public async Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        await BeforeCommit(table);
        return await inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
