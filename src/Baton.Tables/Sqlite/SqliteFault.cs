using System.Diagnostics.CodeAnalysis;
using static SQLitePCL.raw;

namespace Baton.Tables.Sqlite;

/// <summary>A result code of SQLite that is neither success nor a row; becomes one <see cref="TableUnavailableException"/> for each caller.</summary>
/// <param name="code">Extended result code (https://sqlite.org/rescode.html).</param>
/// <param name="text">What SQLite said; never row content.</param>
[SuppressMessage("Design", "CA1064", Justification = "Never leaves the engine: callers get the contract's exception.")]
internal sealed class SqliteFault(int code, string text) : Exception(text)
{
    /// <summary>Why, in the contract's words.</summary>
    public TableUnavailable Reason { get; } = (code & 0xff) switch
    {
        SQLITE_FULL => TableUnavailable.DiskFull,
        SQLITE_IOERR when code == SQLITE_IOERR_SHMSIZE => TableUnavailable.DiskFull, // the file beside the WAL cannot be made
        SQLITE_BUSY or SQLITE_LOCKED or SQLITE_PROTOCOL => TableUnavailable.Locked,
        SQLITE_CORRUPT or SQLITE_NOTADB => TableUnavailable.Corrupt,
        SQLITE_READONLY or SQLITE_PERM or SQLITE_CANTOPEN => TableUnavailable.ReadOnly,
        _ => TableUnavailable.IoError,
    };

    /// <summary>Whether the connection must be opened anew: what it has cached or mapped may no longer be what is on disk.</summary>
    public bool BreaksConnection => Reason is not (TableUnavailable.DiskFull or TableUnavailable.Locked);

    /// <summary>The fault as one caller gets it.</summary>
    /// <param name="path">The database file.</param>
    public TableUnavailableException ToUnavailable(string path) => new(
        Reason,
        $"The table file '{path}' cannot be used ({Reason}): {Message} (SQLite {code}).",
        Remedy(path),
        this);

    private string Remedy(string path) => Reason switch
    {
        TableUnavailable.DiskFull => "Free space on its disk or raise the limit of its size; nothing needs a restart.",
        TableUnavailable.Locked => "Find the process that keeps it locked (a backup, a shell, a second instance) and let it finish.",
        TableUnavailable.Corrupt => $"Stop the process, keep a copy of '{path}', '{path}-wal' and '{path}-shm', and restore the latest backup.",
        TableUnavailable.ReadOnly => "Check that its folder is a folder, mounted for writing, and that this process may write both folder and file.",
        _ => "Check the disk and the kernel's log, and that its volume is mounted; then try again.",
    };
}
