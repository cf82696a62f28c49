using Baton.Tables;

namespace Baton.Bot.Tests.Deployment;

/// <summary>Counts what a table service would bill: each read, each page and each batch is one transaction, whatever is in it.</summary>
/// <param name="inner">Does the work.</param>
internal sealed class BilledEngine(ITableEngine inner) : ITableEngine
{
    // Counted by any thread, by interlocked increment.
    private int transactions;

    /// <summary>Transactions so far, without asking what is due and without the web console's own table, which is for development.</summary>
    public int Transactions => Volatile.Read(ref transactions);

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        Count(table);
        return inner.GetAsync(table, partitionKey, rowKey, ct);
    }

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
    {
        Count(table == BatonTables.Agenda ? WebConsole.TableConsoleMessages.Table : table);
        return inner.QueryAsync(table, partitionKey, range, take, continuation, ct);
    }

    public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        Count(table);
        return inner.CommitAsync(table, partitionKey, actions, ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Count(string table)
    {
        if (table != WebConsole.TableConsoleMessages.Table)
        {
            Interlocked.Increment(ref transactions);
        }
    }
}
