using Baton.Tables;
using Baton.Tables.Sqlite;

namespace Baton.Bot.Tests.Keeping;

/// <summary>A server's engine, lent: whoever disposes this disposes nothing.</summary>
internal sealed class Lending(SqliteTableEngine engine) : ITableEngine, ITableScan
{
    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => engine.CreateTablesAsync(tables, ct);

    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct) => engine.GetAsync(table, partitionKey, rowKey, ct);

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct) =>
        engine.QueryAsync(table, partitionKey, range, take, continuation, ct);

    public Task<ScanPage> ScanAsync(string table, RowPosition? after, int take, CancellationToken ct) => engine.ScanAsync(table, after, take, ct);

    public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct) =>
        engine.CommitAsync(table, partitionKey, actions, ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
