namespace Baton.Tables.Tests.Doubles;

/// <summary>Counts the round trips to the engine behind it, so that a test can say how many an act may cost.</summary>
/// <param name="inner">Does the work; disposed with this one.</param>
public sealed class CountingTableEngine(ITableEngine inner) : ITableEngine
{
    // Counted by any thread, by interlocked increment.
    private int reads;
    private int queries;
    private int commits;

    /// <summary>Rows asked for one by one.</summary>
    public int Reads => Volatile.Read(ref reads);

    /// <summary>Pages asked for.</summary>
    public int Queries => Volatile.Read(ref queries);

    /// <summary>Batches, those that conflicted included.</summary>
    public int Commits => Volatile.Read(ref commits);

    /// <summary>All of them.</summary>
    public int RoundTrips => Reads + Queries + Commits;

    /// <summary>Starts from zero again.</summary>
    public void Reset() => reads = queries = commits = 0;

    /// <inheritdoc/>
    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    /// <inheritdoc/>
    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        Interlocked.Increment(ref reads);
        return inner.GetAsync(table, partitionKey, rowKey, ct);
    }

    /// <inheritdoc/>
    public Task<TablePage> QueryAsync(
        string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
    {
        Interlocked.Increment(ref queries);
        return inner.QueryAsync(table, partitionKey, range, take, continuation, ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitAsync(
        string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        Interlocked.Increment(ref commits);
        return inner.CommitAsync(table, partitionKey, actions, ct);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
