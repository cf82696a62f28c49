using System.Collections.Concurrent;
using Baton.Tables;

namespace Baton.Benchmarks.Import;

/// <summary>Keeps every batch that is committed through it, to be written again by the bare engine.</summary>
internal sealed class RecordingEngine(ITableEngine inner) : ITableEngine
{
    public ConcurrentQueue<RecordedBatch> Batches { get; } = new();

    public bool CommitsTogether => inner.CommitsTogether;

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct) => inner.GetAsync(table, partitionKey, rowKey, ct);

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct) =>
        inner.QueryAsync(table, partitionKey, range, take, continuation, ct);

    public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        Batches.Enqueue(new RecordedBatch(null, new TableBatch(table, partitionKey, actions)));
        return inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public Task<IReadOnlyList<string>> CommitInOrderAsync(TableBatch first, TableBatch then, CancellationToken ct)
    {
        Batches.Enqueue(new RecordedBatch(first, then));
        return inner.CommitInOrderAsync(first, then, ct);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

/// <summary>A commit that was made.</summary>
/// <param name="First">What was committed with it and before it; null for nothing.</param>
/// <param name="Batch">The batch.</param>
internal sealed record RecordedBatch(TableBatch? First, TableBatch Batch)
{
    public Task CommitAsync(ITableEngine engine, CancellationToken cancellation) => First is null
        ? engine.CommitAsync(Batch.Table, Batch.PartitionKey, Batch.Actions, cancellation)
        : engine.CommitInOrderAsync(First, Batch, cancellation);
}
