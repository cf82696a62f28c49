using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>SQLite itself, loaded once for the process.</summary>
internal static class SqliteLibrary
{
    /// <summary>Where its functions are found.</summary>
    public static readonly nint Handle = Load();

    private static nint Load()
    {
        Batteries_V2.Init();

        // Nobody asks how much memory is in use, and counting it has all connections wait for each other at each piece of it
        // (https://sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus). Refused where SQLite is in use already: then it counts.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        return NativeLibrary.Load("e_sqlite3", typeof(SQLite3Provider_e_sqlite3).Assembly, null);
    }
}
