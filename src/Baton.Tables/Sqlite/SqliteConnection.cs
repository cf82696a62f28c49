using System.Diagnostics.CodeAnalysis;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Baton.Tables.Sqlite;

/// <summary>
/// One open connection, used by one thread at a time: its owner sees to that, SQLite's own mutexes are off.
/// It never waits for a lock: its owner tries again, for as long as the options say.
/// </summary>
internal sealed class SqliteConnection : IDisposable
{
    private readonly sqlite3 handle;

    private SqliteConnection(sqlite3 handle) => this.handle = handle;

    /// <summary>Whether SQLite could open the file for reading only, although more was asked for.</summary>
    public bool IsReadOnly => sqlite3_db_readonly(handle, "main") == 1;

    /// <summary>Whether the latest statement that writes changed a row.</summary>
    public bool Changed => sqlite3_changes(handle) > 0;

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="writable">Whether to write, and to create it when it is missing.</param>
    public static SqliteConnection Open(string path, bool writable)
    {
        var flags = SQLITE_OPEN_NOMUTEX | (writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
        var code = sqlite3_open_v2(path, out var handle, flags, BatonVfs.Name);
        if (code != SQLITE_OK)
        {
            handle?.Dispose();
            throw new SqliteFault(code, sqlite3_errstr(code).utf8_to_string());
        }

        var connection = new SqliteConnection(handle);
        _ = sqlite3_extended_result_codes(handle, 1);
        return connection;
    }

    /// <summary>Runs a statement without results.</summary>
    /// <param name="sql">One statement.</param>
    public void Execute(string sql)
    {
        using var statement = Prepare(sql);
        while (statement.Step())
        {
        }
    }

    /// <summary>Runs a statement and returns the first column of its first row, 0 if it has none.</summary>
    /// <param name="sql">One statement.</param>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    /// <summary>Compiles a statement, which the caller disposes before the connection.</summary>
    /// <param name="sql">One statement.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "SQLite gives no statement when compiling failed.")]
    public SqliteStatement Prepare(string sql)
    {
        var code = sqlite3_prepare_v2(handle, sql, out var statement);
        return code == SQLITE_OK ? new SqliteStatement(this, statement) : throw Fault(code);
    }

    /// <summary>Tries to copy the WAL into the database and to let it start again.</summary>
    /// <returns>SQLite's result code; <c>SQLITE_BUSY</c> when a reader is in the way for the moment.</returns>
    public int Checkpoint() => sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_RESTART, out _, out _);

    /// <summary>Copies of the WAL into the database what is there now and no reader still needs, without keeping anybody waiting.</summary>
    /// <param name="pace">How fast it is written to disk.</param>
    /// <returns>How many pages of the WAL are not copied yet; null when somebody else is copying.</returns>
    public int? CheckpointBeside(CheckpointPace pace)
    {
        var (code, log, copied) = (SQLITE_OK, 0, 0);
        var sync = pace.Run(() => code = sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_PASSIVE, out log, out copied));
        if (code is not (SQLITE_OK or SQLITE_BUSY))
            throw Fault(code);
        if (sync != SQLITE_OK)
            throw Fault(sync);

        // Both are -1 where they are not known (https://sqlite.org/c3ref/wal_checkpoint_v2.html).
        return code == SQLITE_BUSY || log < 0 ? null : log - copied;
    }

    /// <summary>Ends the transaction without a trace; harmless when SQLite has ended it already.</summary>
    public void Rollback()
    {
        if (sqlite3_get_autocommit(handle) == 0)
            Execute("ROLLBACK");
    }

    /// <summary>The latest error of this connection.</summary>
    /// <param name="code">What the failing call returned.</param>
    public SqliteFault Fault(int code) => new(code, sqlite3_errmsg(handle).utf8_to_string());

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}
