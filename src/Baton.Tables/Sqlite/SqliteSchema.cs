using static SQLitePCL.raw;

namespace Baton.Tables.Sqlite;

/// <summary>How a database file is laid out, and all SQL there is.</summary>
internal static class SqliteSchema
{
    /// <summary>Of the layout, kept as <c>user_version</c>: raised when an older program must not write the file.</summary>
    public const int Version = 1;

    /// <summary>Takes the write lock at once, so that no later statement can find it taken.</summary>
    public const string Begin = "BEGIN IMMEDIATE";

    /// <summary>Reads the counter from which ETags are drawn.</summary>
    public const string GetCounter = "SELECT number FROM baton WHERE name = 'etag'";

    /// <summary>Writes that counter.</summary>
    public const string PutCounter = "REPLACE INTO baton (name, number) VALUES ('etag', ?1)";

    /// <summary>Reads the row that health checks write.</summary>
    public const string GetHealth = "SELECT number FROM baton WHERE name = 'health'";

    /// <summary>Writes that row.</summary>
    public const string PutHealth = "REPLACE INTO baton (name, number) VALUES ('health', ?1)";

    private const string CreateBaton = "CREATE TABLE IF NOT EXISTS baton (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID";

    /// <summary>Lays out a new file, accepts one of this version, refuses a newer one.</summary>
    /// <param name="connection">A writing connection.</param>
    public static void Prepare(SqliteConnection connection)
    {
        if (Accepts(connection))
            return;
        connection.Execute(Begin);
        connection.Execute(CreateBaton);
        connection.Execute($"PRAGMA user_version = {Version}");
        connection.Execute("COMMIT");
    }

    /// <summary>
    /// Creates a table of ours. Keys lie side by side in an index of their own. Rows must not: in a tree that is ordered by key, inner pages
    /// hold whole rows, so that rows of some kilobytes make it ten levels deep. Apart, three levels of keys and three of rows are enough,
    /// a row of up to 4 KB needs no second page, and new rows of all partitions come to lie together.
    /// </summary>
    /// <param name="table">A checked name.</param>
    public static string Create(string table) =>
        $"CREATE TABLE IF NOT EXISTS {Name(table)} (p BLOB NOT NULL, r BLOB NOT NULL, e INTEGER NOT NULL, v BLOB NOT NULL, UNIQUE (p, r))";

    /// <summary>Reads a row: ETag, values.</summary>
    /// <param name="table">A checked name.</param>
    public static string Get(string table) => $"SELECT e, v FROM {Name(table)} WHERE p = ?1 AND r = ?2";

    /// <summary>Reads a range of a partition in order: key, ETag, values.</summary>
    /// <param name="table">A checked name.</param>
    public static string Scan(string table) => $"SELECT r, e, v FROM {Name(table)} WHERE p = ?1 AND r >= ?2 AND r < ?3 ORDER BY r";

    /// <summary>Reads a whole table in order from a position on: partition, key, ETag, values.</summary>
    /// <param name="table">A checked name.</param>
    public static string ScanAll(string table) => $"SELECT p, r, e, v FROM {Name(table)} WHERE (p, r) >= (?1, ?2) ORDER BY p, r";

    /// <summary>Reads a row's ETag.</summary>
    /// <param name="table">A checked name.</param>
    public static string GetETag(string table) => $"SELECT e FROM {Name(table)} WHERE p = ?1 AND r = ?2";

    /// <summary>Adds a row; changes nothing when one of this key is there.</summary>
    /// <param name="table">A checked name.</param>
    public static string Insert(string table) => $"INSERT INTO {Name(table)} (p, r, e, v) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (p, r) DO NOTHING";

    /// <summary>Writes a row that has an ETag, 5; changes nothing when it has another one or is not there.</summary>
    /// <param name="table">A checked name.</param>
    public static string Replace(string table) => $"UPDATE {Name(table)} SET e = ?3, v = ?4 WHERE p = ?1 AND r = ?2 AND e = ?5";

    /// <summary>Writes a row, whether it is there or not; one that is there stays where it is.</summary>
    /// <param name="table">A checked name.</param>
    public static string Put(string table) =>
        $"INSERT INTO {Name(table)} (p, r, e, v) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (p, r) DO UPDATE SET e = ?3, v = ?4";

    /// <summary>Deletes a row, if it has an ETag, 3, unless that is null.</summary>
    /// <param name="table">A checked name.</param>
    public static string Delete(string table) => $"DELETE FROM {Name(table)} WHERE p = ?1 AND r = ?2 AND e = ifnull(?3, e)";

    /// <summary>Counts 1 when the table is there.</summary>
    /// <param name="table">A checked name.</param>
    public static string Exists(string table) => $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{Name(table)}' COLLATE NOCASE";

    private static bool Accepts(SqliteConnection connection) => connection.Number("PRAGMA user_version") switch
    {
        0 => false,
        Version => true,
        var other => throw new SqliteFault(SQLITE_CORRUPT, $"its layout has version {other}, this program knows up to {Version}; use a newer program"),
    };

    // The prefix keeps our tables apart from SQLite's own and from keywords; names of tables are letters and digits only.
    private static string Name(string table) => $"t_{table}";
}
