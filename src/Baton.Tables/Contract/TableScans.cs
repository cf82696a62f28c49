using System.Runtime.CompilerServices;

namespace Baton.Tables;

/// <summary>Scans over more than one page.</summary>
public static class TableScans
{
    /// <summary>Reads all rows of a table after a position, page after page as they are asked for.</summary>
    /// <param name="scan">The store.</param>
    /// <param name="table">A created table.</param>
    /// <param name="after">Where to go on, itself not included; null for the beginning.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async IAsyncEnumerable<ScannedRow> ScanAllAsync(
        this ITableScan scan, string table, RowPosition? after, [EnumeratorCancellation] CancellationToken ct)
    {
        do
        {
            var page = await scan.ScanAsync(table, after, TableRules.MaxPageRows, ct);
            foreach (var row in page.Rows)
                yield return row;
            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>Whether a table has a row; false also for one that only has empty pages.</summary>
    /// <param name="scan">The store.</param>
    /// <param name="table">A created table.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<bool> HasRowsAsync(this ITableScan scan, string table, CancellationToken ct)
    {
        RowPosition? after = null;
        do
        {
            var page = await scan.ScanAsync(table, after, 1, ct);
            if (page.Rows.Count > 0)
                return true;
            after = page.Next;
        }
        while (after is not null);
        return false;
    }
}
