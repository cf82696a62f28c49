using Baton.Tables;

namespace Baton.Slack.Tests.Tokens;

/// <summary>Lets a test hold what is read and what is written, or let it fail.</summary>
internal sealed class HookedEngine(ITableEngine inner) : ITableEngine
{
    /// <summary>Awaited between reading a row and answering it.</summary>
    public Func<Task> AfterRead { get; init; } = () => Task.CompletedTask;

    /// <summary>Awaited before each commit.</summary>
    public Func<Task> BeforeCommit { get; init; } = () => Task.CompletedTask;

    public async Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        var row = await inner.GetAsync(table, partitionKey, rowKey, ct);
        await AfterRead();
        return row;
    }

    public async Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        await BeforeCommit();
        return await inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct) =>
        inner.QueryAsync(table, partitionKey, range, take, continuation, ct);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
