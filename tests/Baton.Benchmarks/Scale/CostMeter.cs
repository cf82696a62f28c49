using Baton.Bot.WebConsole;
using Baton.Tables;

namespace Baton.Benchmarks.Scale;

/// <summary>Counts requests and rows as an account of table storage would see them. The console's own table is left out: a real platform keeps its messages itself.</summary>
internal sealed class CostMeter(ITableEngine inner) : ITableEngine
{
    private readonly Lock gate = new();

    // Both guarded by gate.
    private readonly Dictionary<string, int> entities = new(StringComparer.Ordinal);
    private int trips;

    // As on an account, where two batches are two requests.
    public bool CommitsTogether => false;

    /// <summary>What came since the last time.</summary>
    public Cost Take()
    {
        lock (gate)
        {
            var cost = new Cost(trips, new Dictionary<string, int>(entities, StringComparer.Ordinal));
            entities.Clear();
            trips = 0;
            return cost;
        }
    }

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public async Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        var row = await inner.GetAsync(table, partitionKey, rowKey, ct);
        Count(table, partitionKey, 1);
        return row;
    }

    public async Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
    {
        var page = await inner.QueryAsync(table, partitionKey, range, take, continuation, ct);
        Count(table, partitionKey, Math.Max(1, page.Rows.Count));
        return page;
    }

    public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        Count(table, partitionKey, actions.Count);
        return inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Count(string table, string partition, int rows)
    {
        if (table == TableConsoleMessages.Table)
        {
            return;
        }

        lock (gate)
        {
            var kind = $"{table} {KindOf(table, partition)}";
            entities[kind] = entities.GetValueOrDefault(kind) + rows;
            trips++;
        }
    }

    // Partitions of one kind differ by what stands behind the bar, or are named by an id, a week or a source altogether.
    private static string KindOf(string table, string partition) => table switch
    {
        BatonTables.Handoffs => "of one handoff",
        BatonTables.Intake when !partition.Contains('|', StringComparison.Ordinal) => "of one source",
        BatonTables.Facts when char.IsAsciiDigit(partition[0]) => "of one week",
        _ when partition.Split('|') is [var kind, _, ..] => $"of one {kind}",
        _ => partition,
    };
}
