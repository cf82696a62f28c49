using SQLitePCL;
using static SQLitePCL.raw;

namespace Baton.Tables.Sqlite;

/// <summary>A compiled statement, bound and stepped many times. Parameters count from 1, columns from 0.</summary>
/// <param name="connection">Where it runs.</param>
/// <param name="handle">SQLite's statement.</param>
internal sealed class SqliteStatement(SqliteConnection connection, sqlite3_stmt handle) : IDisposable
{
    /// <summary>Binds bytes.</summary>
    /// <param name="parameter">Which parameter.</param>
    /// <param name="value">Copied.</param>
    public void Bind(int parameter, ReadOnlySpan<byte> value) => Check(sqlite3_bind_blob(handle, parameter, value));

    /// <summary>Binds a number.</summary>
    /// <param name="parameter">Which parameter.</param>
    /// <param name="value">The number; null for none.</param>
    public void Bind(int parameter, long? value) =>
        Check(value is { } number ? sqlite3_bind_int64(handle, parameter, number) : sqlite3_bind_null(handle, parameter));

    /// <summary>Runs to the next row; false at the end. A fault ends the statement.</summary>
    public bool Step()
    {
        var code = sqlite3_step(handle);
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE)
            return false;
        var fault = connection.Fault(code);
        Reset();
        throw fault;
    }

    /// <summary>Runs a statement that has no rows, and makes it ready to run again.</summary>
    public void Run()
    {
        _ = Step();
        Reset();
    }

    /// <summary>Makes it ready to run again, and ends the read that it held open.</summary>
    public void Reset() => _ = sqlite3_reset(handle);

    /// <summary>A number of the current row.</summary>
    /// <param name="column">Which column.</param>
    public long Number(int column) => sqlite3_column_int64(handle, column);

    /// <summary>Bytes of the current row, valid until the next step.</summary>
    /// <param name="column">Which column.</param>
    public ReadOnlySpan<byte> Bytes(int column) => sqlite3_column_blob(handle, column);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private void Check(int code)
    {
        if (code != SQLITE_OK)
            throw connection.Fault(code);
    }
}
