using Baton.Tables;

namespace Baton.Benchmarks.Replicas;

/// <summary>Every batch that one act brought about, in order, as the bare client writes them elsewhere.</summary>
/// <param name="Batches">The batches. Guarded ones are written unguarded: the tags they name are of another table.</param>
internal sealed record Chain(IReadOnlyList<TableBatch> Batches)
{
    /// <summary>A chain that can be written into tables where nothing of it is.</summary>
    public static Chain Of(IEnumerable<TableBatch> batches) => new([.. batches.Select(b => b with { Actions = [.. b.Actions.Select(Free)] })]);

    /// <summary>The rows that it deletes and has not written: they must be there before.</summary>
    public IEnumerable<TableBatch> Needed()
    {
        var written = new HashSet<(string, string, string)>();
        foreach (var batch in Batches)
        {
            foreach (var action in batch.Actions)
            {
                var row = (batch.Table, batch.PartitionKey, action.RowKey);
                if (written.Add(row) && action is TableAction.Remove)
                {
                    yield return new TableBatch(batch.Table, batch.PartitionKey, [new TableAction.Upsert(action.RowKey, new TableValues { { "kept", "for the deletion" } })]);
                }
            }
        }
    }

    private static TableAction Free(TableAction action) => action switch
    {
        TableAction.Replace it => new TableAction.Upsert(it.RowKey, it.Values),
        TableAction.Insert it => new TableAction.Upsert(it.RowKey, it.Values),
        TableAction.Delete it => new TableAction.Remove(it.RowKey),
        _ => action,
    };
}
