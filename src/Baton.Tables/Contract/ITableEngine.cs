namespace Baton.Tables;

/// <summary>
/// Table storage as Azure Tables has it, and no more than that: rows in partitions, one atomic batch per partition.
/// Every engine enforces the same limits (<see cref="TableRules"/>) and passes the same contract tests.
/// </summary>
/// <remarks>
/// A key, value or batch beyond the limits is an <see cref="ArgumentException"/>. A store that cannot be used just now is a
/// <see cref="TableUnavailableException"/>; it may work again later without a restart. A table that nobody created is an
/// <see cref="InvalidOperationException"/>. Values are read before a call returns its task: the caller may reuse them.
/// </remarks>
public interface ITableEngine : IAsyncDisposable
{
    /// <summary>
    /// Whether <see cref="CommitInOrderAsync"/> commits both batches or neither, at the cost of one commit. Where it does not, the first batch is
    /// better written early, beside something else, and what dies between the two is for its caller to bear.
    /// </summary>
    bool CommitsTogether => false;

    /// <summary>Creates the tables that do not exist yet; harmless when they do. Names ignore case.</summary>
    /// <param name="tables">Names, each matching <c>^[A-Za-z][A-Za-z0-9]{2,62}$</c>.</param>
    /// <param name="ct">Ends the wait.</param>
    Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct);

    /// <summary>Reads one row, or null when there is none. Sees every commit that was awaited before.</summary>
    /// <param name="table">A created table.</param>
    /// <param name="partitionKey">The partition, at most <see cref="TableRules.MaxKeyLength"/> characters.</param>
    /// <param name="rowKey">The row in it, under the same limit.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct);

    /// <summary>
    /// Reads rows of one partition in ordinal order of their row keys (UTF-16 code units, as <see cref="string.CompareOrdinal(string, string)"/>).
    /// A page may be short or even empty and still have a continuation: only a null continuation is the end.
    /// </summary>
    /// <param name="table">A created table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="range">Which row keys.</param>
    /// <param name="take">At most so many rows, 1 to <see cref="TableRules.MaxPageRows"/>.</param>
    /// <param name="continuation">Null for the first page, then what the page before returned, with all else unchanged.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct);

    /// <summary>
    /// Applies all actions or none, and returns the new ETag of each action's row, in order ("" for a deleted one).
    /// Durable when the task completes. Throws <see cref="TableConflictException"/> for the first action whose condition does not hold.
    /// </summary>
    /// <remarks>
    /// A commit that is cancelled while it waits is never applied and ends as cancelled; once an engine has begun to apply it,
    /// cancellation is ignored and the outcome is reported.
    /// </remarks>
    /// <param name="table">A created table.</param>
    /// <param name="partitionKey">The partition of all the rows.</param>
    /// <param name="actions">1 to <see cref="TableRules.MaxBatchActions"/> actions, each on another row.</param>
    /// <param name="ct">Ends the wait as long as the commit has not begun.</param>
    Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct);

    /// <summary>
    /// Commits one batch and then another: the second is never there without the first. The first may be there alone, as after any two commits:
    /// when the second conflicts, or the process dies between them. Returns and throws what the second does. An engine may do both at once or neither.
    /// </summary>
    /// <param name="first">The batch that must be there.</param>
    /// <param name="then">The batch that rests on it; <see cref="ArgumentException"/> unless it is of other rows.</param>
    /// <param name="ct">Ends the wait as long as the commit has not begun.</param>
    async Task<IReadOnlyList<string>> CommitInOrderAsync(TableBatch first, TableBatch then, CancellationToken ct)
    {
        TableRules.CheckOtherRows(first, then);
        await CommitAsync(first.Table, first.PartitionKey, first.Actions, ct);
        return await CommitAsync(then.Table, then.PartitionKey, then.Actions, ct);
    }
}
