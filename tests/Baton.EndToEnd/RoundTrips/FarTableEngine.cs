using Baton.EndToEnd.Processes;
using Baton.Tables;

namespace Baton.EndToEnd.RoundTrips;

/// <summary>A store that is some way off: counts calls, and how many had to wait for one another. Calls made at once are one round.</summary>
/// <param name="inner">Does the work.</param>
internal sealed class FarTableEngine(ITableEngine inner) : ITableEngine
{
    private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(40);

    private readonly Lock guard = new();

    // All guarded by the lock.
    private int finished;
    private int reads;
    private int queries;
    private int commits;

    /// <summary>Calls so far: rows read one by one, pages, batches, and rounds in sequence.</summary>
    public (int Reads, int Queries, int Commits, int Rounds) Counted
    {
        get
        {
            lock (guard)
            {
                return (reads, queries, commits, finished);
            }
        }
    }

    /// <summary>Starts from zero.</summary>
    public void Reset()
    {
        lock (guard)
        {
            finished = reads = queries = commits = 0;
        }
    }

    public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => inner.CreateTablesAsync(tables, ct);

    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct) =>
        RoundAsync(() => reads++, () => inner.GetAsync(table, partitionKey, rowKey, ct));

    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct) =>
        RoundAsync(() => queries++, () => inner.QueryAsync(table, partitionKey, range, take, continuation, ct));

    public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct) =>
        RoundAsync(() => commits++, () => inner.CommitAsync(table, partitionKey, actions, ct));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<T> RoundAsync<T>(Action count, Func<Task<T>> call)
    {
        int round;
        lock (guard)
        {
            count();
            round = finished + 1;
        }

        await Until.PassesAsync(Way);
        try
        {
            return await call();
        }
        finally
        {
            lock (guard)
            {
                finished = Math.Max(finished, round);
            }
        }
    }
}
