using Baton.Tables;

namespace Baton.EndToEnd.Faults;

/// <summary>A store that takes fewer calls than it gets, as long as the storm lasts: what it refuses is not there.</summary>
/// <param name="inner">Does the rest of the work.</param>
/// <param name="refused">Which part of all calls it refuses, 0 to 1.</param>
internal sealed class StormyEngine(ITableEngine inner, double refused) : ITableEngine
{
    /// <summary>Whether the storm goes on.</summary>
    public bool Rages { get; set; }

    /// <summary>How many calls were refused.</summary>
    public int Refusals => Volatile.Read(ref refusals);

    // By interlocked increment.
    private int refusals;

    public bool CommitsTogether => inner.CommitsTogether;

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct) => Through(() => inner.GetAsync(table, partitionKey, rowKey, ct));

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct) =>
        Through(() => inner.QueryAsync(table, partitionKey, range, take, continuation, ct));

    public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct) =>
        Through(() => inner.CommitAsync(table, partitionKey, actions, ct));

    public Task<IReadOnlyList<string>> CommitInOrderAsync(TableBatch first, TableBatch then, CancellationToken ct) => Through(() => inner.CommitInOrderAsync(first, then, ct));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Task<T> Through<T>(Func<Task<T>> call)
    {
        if (!Rages || Random.Shared.NextDouble() >= refused)
        {
            return call();
        }

        Interlocked.Increment(ref refusals);
        return Task.FromException<T>(new TableUnavailableException(TableUnavailable.Throttled, "The store takes fewer calls than it gets.", "Wait."));
    }
}
