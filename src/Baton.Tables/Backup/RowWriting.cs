namespace Baton.Tables.Backup;

/// <summary>Writes rows, many partitions at once, each in as few batches as the limits allow. To write them again is harmless.</summary>
/// <param name="engine">The store.</param>
internal sealed class RowWriting(ITableEngine engine)
{
    // As many as keep a store at some distance busy; one at hand shares a sync among them.
    private const int AtOnce = 32;

    /// <summary>Writes the rows of one table.</summary>
    public Task WriteAsync(string table, IEnumerable<(string PartitionKey, TableRow Row)> rows, CancellationToken ct) => EachAsync(
        table, rows.GroupBy(r => r.PartitionKey, TableAction (r) => new TableAction.Upsert(r.Row.RowKey, r.Row.Values), StringComparer.Ordinal), ct);

    /// <summary>Deletes rows; harmless for those that are gone.</summary>
    public async Task RemoveAsync(string table, IEnumerable<ScannedRow> rows, CancellationToken ct)
    {
        foreach (var partition in rows.GroupBy(r => r.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var some in partition.Chunk(TableRules.MaxBatchActions))
            {
                if (await engine.TryCommitAsync(table, partition.Key, [.. some.Select(r => new TableAction.Remove(r.Row.RowKey))], ct))
                    continue;
                foreach (var row in some)
                    await engine.TryCommitAsync(table, partition.Key, [new TableAction.Remove(row.Row.RowKey)], ct);
            }
        }
    }

    private Task EachAsync(string table, IEnumerable<IGrouping<string, TableAction>> partitions, CancellationToken ct) => Parallel.ForEachAsync(
        partitions,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        async (partition, token) =>
        {
            foreach (var batch in Batches(partition.Key, partition))
                await engine.CommitAsync(table, partition.Key, batch, token);
        });

    private static IEnumerable<IReadOnlyList<TableAction>> Batches(string partitionKey, IEnumerable<TableAction> actions)
    {
        List<TableAction> batch = [];
        var bytes = 0;
        foreach (var action in actions)
        {
            var more = TableSize.OnWire(partitionKey, action);
            if (batch.Count == TableRules.MaxBatchActions || (batch.Count > 0 && bytes + more > TableRules.MaxBatchBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(action);
            bytes += more;
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
