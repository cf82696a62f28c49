namespace Baton.Tables.Sqlite;

/// <summary>
/// Tables in one SQLite file. Commits of all callers share a sync (<see cref="GroupCommitter"/>), reads run beside them.
/// The file is opened at first use and again after a failure; idle, it costs nothing.
/// </summary>
/// <remarks>
/// The file belongs on a local disk. Other processes may read and write it too: every commit takes SQLite's lock.
/// Disposing does what waits and leaves a file without a WAL; a process that dies leaves one that the next open recovers.
/// </remarks>
public sealed class SqliteTableEngine : ITableEngine, ITableHealth, ITableScan
{
    private readonly RowReaders readers;
    private readonly GroupCommitter committer;

    /// <summary>Prepares to use a file; touches nothing yet.</summary>
    /// <param name="options">The file and its limits; <see cref="ArgumentException"/> if one is out of range.</param>
    public SqliteTableEngine(SqliteTableOptions options)
    {
        options.Check();
        readers = new RowReaders(options);
        committer = new GroupCommitter(options, readers);
    }

    /// <summary>Transactions that became durable: fewer than commits, where several shared one.</summary>
    internal long Transactions => committer.Transactions;

    /// <summary>Commits, refused ones included.</summary>
    internal long Commits => committer.Commits;

    /// <inheritdoc/>
    public async Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct)
    {
        foreach (var table in tables)
            TableRules.CheckTable(table);
        await committer.RunAsync(new PendingTables([.. tables], ct));
    }

    /// <inheritdoc/>
    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        TableRules.CheckRead(table, partitionKey, rowKey);
        return readers.RunAsync(reader => reader.Get(table, partitionKey, rowKey), ct);
    }

    /// <inheritdoc/>
    public Task<TablePage> QueryAsync(
        string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
    {
        TableRules.CheckQuery(table, partitionKey, take);
        var rest = continuation is null ? range : range with { From = continuation };
        return readers.RunAsync(reader => reader.Scan(table, partitionKey, rest, take), ct);
    }

    /// <inheritdoc/>
    public Task<ScanPage> ScanAsync(string table, RowPosition? after, int take, CancellationToken ct)
    {
        TableRules.CheckScan(table, take);
        return readers.RunAsync(reader => reader.ScanAll(table, after, take), ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitAsync(
        string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        TableRules.CheckBatch(table, partitionKey, actions);
        return committer.RunAsync(new PendingCommit(null, new EncodedBatch(new TableBatch(table, partitionKey, actions)), ct));
    }

    /// <inheritdoc/>
    public bool CommitsTogether => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitInOrderAsync(TableBatch first, TableBatch then, CancellationToken ct)
    {
        TableRules.CheckBatch(first.Table, first.PartitionKey, first.Actions);
        TableRules.CheckBatch(then.Table, then.PartitionKey, then.Actions);
        TableRules.CheckOtherRows(first, then);
        return committer.RunAsync(new PendingCommit(new EncodedBatch(first), new EncodedBatch(then), ct));
    }

    /// <inheritdoc/>
    public async Task<TableHealth> CheckAsync(CancellationToken ct)
    {
        try
        {
            var written = await committer.RunAsync(new PendingHealth(ct));
            var read = await readers.RunAsync(static reader => reader.Health(), ct);
            return read >= written
                ? new TableHealth.Working()
                : new TableHealth.Failing(TableUnavailable.IoError, $"Health row {written} was committed, but {read} was read: the file was replaced while in use. Restart the process.");
        }
        catch (TableUnavailableException unavailable)
        {
            return new TableHealth.Failing(unavailable.Reason, unavailable.Message);
        }
    }

    /// <summary>Ends running reads, does what waits to be written, checkpoints and closes. Later calls are refused.</summary>
    public async ValueTask DisposeAsync()
    {
        await readers.DisposeAsync();
        await committer.CloseAsync();
    }
}
