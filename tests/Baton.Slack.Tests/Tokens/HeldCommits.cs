using Baton.Tables;

namespace Baton.Slack.Tests.Tokens;

/// <summary>Holds every commit until it is let go, or lets it fail.</summary>
internal sealed class HeldCommits(ITableEngine inner, TaskCompletionSource reached, Task until) : ITableEngine
{
    public async Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        reached.TrySetResult();
        await until;
        return await inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct) => inner.GetAsync(table, partitionKey, rowKey, ct);

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct) =>
        inner.QueryAsync(table, partitionKey, range, take, continuation, ct);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
