namespace Baton.Tables;

/// <summary>Commits whose conflict is an answer.</summary>
internal static class TableCommits
{
    /// <summary>Commits; false when a condition did not hold and nothing was written.</summary>
    public static async Task<bool> TryCommitAsync(
        this ITableEngine engine, string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        try
        {
            await engine.CommitAsync(table, partitionKey, actions, ct);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>Commits two batches in order; false when a condition of the second did not hold.</summary>
    public static async Task<bool> TryCommitInOrderAsync(this ITableEngine engine, TableBatch first, TableBatch then, CancellationToken ct)
    {
        try
        {
            await engine.CommitInOrderAsync(first, then, ct);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>A row's first version, or its next one.</summary>
    /// <param name="rowKey">The row.</param>
    /// <param name="values">All its properties.</param>
    /// <param name="etag">The version that was read; null for a row that was not there.</param>
    public static TableAction InsertOrReplace(string rowKey, TableValues values, string? etag) =>
        etag is null ? new TableAction.Insert(rowKey, values) : new TableAction.Replace(rowKey, values, etag);
}
