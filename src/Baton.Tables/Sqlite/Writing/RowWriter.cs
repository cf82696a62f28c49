using static SQLitePCL.raw;

namespace Baton.Tables.Sqlite;

/// <summary>The writing connection with its statements and the counter of ETags; belongs to the writer's thread.</summary>
internal sealed class RowWriter : IDisposable
{
    private const int PageBytes = 4096;

    // Where the WAL's length is not known, and so no checkpoint is made beside the writer.
    private const int CheckpointPages = 16000;

    private const int CheckpointAttempts = 20;
    private const int RestartAttempts = 3;
    private static readonly TimeSpan RestartPause = TimeSpan.FromMicroseconds(200);
    private static readonly TimeSpan CheckpointPause = TimeSpan.FromMilliseconds(1);

    private readonly SqliteConnection connection;
    private readonly TableStatements<WriteStatements> tables;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement getCounter;
    private readonly SqliteStatement putCounter;
    private long counter;
    private long storedCounter;

    private RowWriter(SqliteConnection connection)
    {
        this.connection = connection;
        tables = new(connection, static (connection, table) => new WriteStatements(connection, table));
        begin = connection.Prepare(SqliteSchema.Begin);
        commit = connection.Prepare("COMMIT");
        getCounter = connection.Prepare(SqliteSchema.GetCounter);
        putCounter = connection.Prepare(SqliteSchema.PutCounter);
    }

    /// <summary>Opens the file for writing, creating and laying it out where needed.</summary>
    /// <param name="options">The file and its limits.</param>
    public static RowWriter Open(SqliteTableOptions options)
    {
        CreateFolder(options.Path);
        var connection = SqliteConnection.Open(options.Path, writable: true);
        try
        {
            connection.Execute($"PRAGMA page_size = {PageBytes}");
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            connection.Execute($"PRAGMA cache_size = -{options.CacheKilobytes}");
            connection.Execute($"PRAGMA wal_autocheckpoint = {(BatonVfs.Name is null ? CheckpointPages : 0)}");
            if (options.MaximumBytes is { } bytes)
                connection.Execute($"PRAGMA max_page_count = {bytes / PageBytes}");
            if (connection.IsReadOnly)
                throw new SqliteFault(SQLITE_READONLY, "it can be opened for reading only");
            SqliteSchema.Prepare(connection);
            return new RowWriter(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins a transaction that no other process can write beside.</summary>
    public void Begin()
    {
        begin.Run();
        counter = storedCounter = getCounter.Step() ? getCounter.Number(0) : 0;
        getCounter.Reset();
    }

    /// <summary>Whether the disk was full a moment ago.</summary>
    public bool IsShortOfRoom { get; set; }

    /// <summary>The latest ETag that was given; set back when no row has those since.</summary>
    public long LatestETag
    {
        get => counter;
        set => counter = value;
    }

    /// <summary>An ETag that no row of this file ever had.</summary>
    public long NextETag() => ++counter;

    /// <summary>The statements that change a table, null when nobody has created it.</summary>
    /// <param name="table">A checked name.</param>
    public WriteStatements? Find(string table) => tables.Find(table);

    /// <summary>Creates a table unless it is there.</summary>
    /// <param name="table">A checked name.</param>
    public void Create(string table) => connection.Execute(SqliteSchema.Create(table));

    /// <summary>Writes the row that health checks read back, and returns its content.</summary>
    public long PutHealth()
    {
        using var put = connection.Prepare(SqliteSchema.PutHealth);
        put.Bind(1, NextETag());
        put.Run();
        return counter;
    }

    /// <summary>Makes all changes of the transaction durable.</summary>
    public void Commit()
    {
        if (counter != storedCounter)
        {
            putCounter.Bind(1, counter);
            putCounter.Run();
        }

        commit.Run();
    }

    /// <summary>Takes all changes of the transaction back.</summary>
    public void Rollback() => connection.Rollback();

    /// <summary>Copies the rest of the WAL into the database, so that it is written from its start again; false when a reader or the disk is in the way.</summary>
    public bool TryRestartWal()
    {
        // Once all is copied, who begins to read does without the WAL (walTryBeginRead in wal.c): only those who read already are in the way.
        var code = connection.Checkpoint();
        for (var attempt = 1; attempt < RestartAttempts && code == SQLITE_BUSY; attempt++)
        {
            Pause.For(RestartPause);
            code = connection.Checkpoint();
        }

        return code == SQLITE_OK;
    }

    /// <summary>Copies the WAL into the database, as far as readers and the disk allow it within a moment, so that it is written from its start again.</summary>
    public void Checkpoint()
    {
        for (var attempt = 0; attempt < CheckpointAttempts && connection.Checkpoint() == SQLITE_BUSY; attempt++)
            Pause.For(CheckpointPause);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        begin.Dispose();
        commit.Dispose();
        getCounter.Dispose();
        putCounter.Dispose();
        tables.Dispose();
        connection.Dispose();
    }

    private static void CreateFolder(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SqliteFault(SQLITE_CANTOPEN, $"its folder cannot be created: {refused.Message}");
        }
    }
}
