namespace Baton.Tables.Tests.Doubles;

/// <summary>Lets a test act just before a page is read, and makes pages as short as it likes.</summary>
/// <param name="inner">Does the work.</param>
public sealed class WatchedScan(ITableScan inner) : ITableScan
{
    /// <summary>Rows in a page at most.</summary>
    public int Take { get; set; } = TableRules.MaxPageRows;

    /// <summary>Awaited before each page, with its table and how many were read of it.</summary>
    public Func<string, int, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    private readonly Dictionary<string, int> pages = []; // used by one reader at a time

    /// <inheritdoc/>
    public async Task<ScanPage> ScanAsync(string table, RowPosition? after, int take, CancellationToken ct)
    {
        var read = pages.GetValueOrDefault(table);
        pages[table] = read + 1;
        await Before(table, read);
        return await inner.ScanAsync(table, after, Math.Min(take, Take), ct);
    }
}
