namespace Baton.Tables;

/// <summary>
/// Reads a table across its partitions. Apart from <see cref="ITableEngine"/> on purpose: its cost grows with all that is stored, so only what keeps
/// the store (backup, restore, audit) may ask for it, never what serves people.
/// </summary>
public interface ITableScan
{
    /// <summary>
    /// Reads rows in ordinal order of partition key and row key. Pages are not of one moment; a page is in a file, and need not be in a service.
    /// A page may be short or even empty and still have a next one: only a null <see cref="ScanPage.Next"/> is the end.
    /// </summary>
    /// <param name="table">A created table; <see cref="InvalidOperationException"/> for one that is not there.</param>
    /// <param name="after">Where to go on, itself not included; null for the beginning. It needs not exist (any more).</param>
    /// <param name="take">At most so many rows, 1 to <see cref="TableRules.MaxPageRows"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<ScanPage> ScanAsync(string table, RowPosition? after, int take, CancellationToken ct);
}
