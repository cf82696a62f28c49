using System.Runtime.CompilerServices;

namespace Baton.Tables.Backup;

/// <summary>
/// Reads a table so that every partition is of one moment, while others write. One that begins on one page and ends on another, or does
/// not look whole, is read again by itself, until two readings agree in every version of every row. For tables whose partitions are small: one is held in memory.
/// </summary>
internal sealed class WholePartitions(ITableEngine engine, ITableScan scan, string table)
{
    // Of a handoff, every event is counted by its snapshot, in the same batch: a reading between two batches shows.
    private readonly Func<IReadOnlyList<ScannedRow>, bool> isWhole = table == BatonTables.Handoffs ? IsWholeHandoff : _ => true;

    private const int MaxReadings = 20;

    /// <summary>The partitions after a position, in order.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ScannedRow>> ReadAsync(RowPosition? after, [EnumeratorCancellation] CancellationToken ct)
    {
        List<ScannedRow> open = [];
        var isSplit = false;
        do
        {
            var page = await scan.ScanAsync(table, after, TableRules.MaxPageRows, ct);
            isSplit |= open.Count > 0 && page.Rows.Count > 0 && page.Rows[0].PartitionKey == open[0].PartitionKey;
            foreach (var row in page.Rows)
            {
                if (open.Count > 0 && open[0].PartitionKey != row.PartitionKey)
                {
                    yield return isSplit || !isWhole(open) ? await AgainAsync(engine, table, open[0].PartitionKey, ct) : open;
                    (open, isSplit) = ([], false);
                }

                open.Add(row);
            }

            after = page.Next;
        }
        while (after is not null);
        if (open.Count > 0)
            yield return isSplit || !isWhole(open) ? await AgainAsync(engine, table, open[0].PartitionKey, ct) : open;
    }

    /// <summary>One partition as it is at one moment.</summary>
    public static async Task<IReadOnlyList<ScannedRow>> AgainAsync(ITableEngine engine, string table, string partitionKey, CancellationToken ct)
    {
        List<ScannedRow> before = [];
        for (var i = 0; i < MaxReadings; i++)
        {
            var now = await engine.ReadAllAsync(table, partitionKey, RowRange.All, ct).Select(row => new ScannedRow(partitionKey, row)).ToListAsync(ct);
            if (i > 0 && now.Select(r => (r.Row.RowKey, r.Row.ETag)).SequenceEqual(before.Select(r => (r.Row.RowKey, r.Row.ETag))))
                return now;
            before = now;
        }

        throw new TableUnavailableException(TableUnavailable.Locked, $"A partition of '{table}' was changed by others each of {MaxReadings} times that it was read.", "Try again later.");
    }

    private static bool IsWholeHandoff(IReadOnlyList<ScannedRow> rows)
    {
        var snapshot = rows.FirstOrDefault(r => r.Row.RowKey == HandoffRowKeys.Snapshot);
        var events = rows.Count(r => r.Row.RowKey.StartsWith(HandoffRowKeys.EventPrefix, StringComparison.Ordinal));
        return snapshot is not null && snapshot.Row.Values["version"] == events;
    }
}
