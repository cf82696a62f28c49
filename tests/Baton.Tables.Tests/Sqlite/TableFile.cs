using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

/// <summary>A database file in a folder of its own, removed at the end.</summary>
public sealed class TableFile : IDisposable
{
    /// <summary>The table that <see cref="OpenAsync"/> creates.</summary>
    public const string Table = "rows";

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("baton-tables-").FullName;

    /// <summary>The file.</summary>
    public string Path => System.IO.Path.Combine(Folder, "baton.db");

    /// <summary>An engine on the file.</summary>
    public SqliteTableEngine Engine(TimeSpan? busyTimeout = null, long? maximumBytes = null) =>
        new(new SqliteTableOptions { Path = Path, BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(30), MaximumBytes = maximumBytes });

    /// <summary>An engine with its table.</summary>
    public async Task<SqliteTableEngine> OpenAsync(TimeSpan? busyTimeout = null, long? maximumBytes = null)
    {
        var engine = Engine(busyTimeout, maximumBytes);
        await engine.CreateTablesAsync([Table], default);
        return engine;
    }

    public void Dispose() => Directory.Delete(Folder, true);
}
