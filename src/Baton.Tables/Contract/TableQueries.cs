using System.Runtime.CompilerServices;

namespace Baton.Tables;

/// <summary>Queries over more than one page.</summary>
public static class TableQueries
{
    /// <summary>Reads all rows of a range, page after page as they are asked for. Ends only when no continuation is left.</summary>
    /// <param name="engine">The store.</param>
    /// <param name="table">A created table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="range">Which row keys.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async IAsyncEnumerable<TableRow> ReadAllAsync(
        this ITableEngine engine, string table, string partitionKey, RowRange range, [EnumeratorCancellation] CancellationToken ct)
    {
        string? continuation = null;
        do
        {
            var page = await engine.QueryAsync(table, partitionKey, range, TableRules.MaxPageRows, continuation, ct);
            foreach (var row in page.Rows)
                yield return row;
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
