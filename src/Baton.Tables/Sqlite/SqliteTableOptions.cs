namespace Baton.Tables.Sqlite;

/// <summary>How a <see cref="SqliteTableEngine"/> uses its file.</summary>
public sealed record SqliteTableOptions
{
    /// <summary>The database file; its folder is created when it is missing. Must be on a local disk: WAL needs shared memory.</summary>
    public required string Path { get; init; }

    /// <summary>How long a lock of another process is waited for before a call fails as locked; 0 to 60 s, 5 s unless told.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many reads run at once, each on a connection of its own; 1 to 64, 4 unless told.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>The page cache of the writing connection, in KiB, 16 MiB unless told: the inner pages of a million rows. A reading one has a quarter of it.</summary>
    public int CacheKilobytes { get; init; } = 16_384;

    /// <summary>How far the file may grow, in bytes; null for as far as the disk goes. Beyond it, writes fail as on a full disk.</summary>
    public long? MaximumBytes { get; init; }

    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(Path))
            throw new ArgumentException("The path is empty; name a database file.");
        if (BusyTimeout < TimeSpan.Zero || BusyTimeout > TimeSpan.FromSeconds(60))
            throw new ArgumentException($"{nameof(BusyTimeout)} is {BusyTimeout}; 0 to 60 s are allowed.");
        if (Readers is < 1 or > 64)
            throw new ArgumentException($"{nameof(Readers)} is {Readers}; 1 to 64 are allowed.");
        if (CacheKilobytes is < 64 or > 1_048_576)
            throw new ArgumentException($"{nameof(CacheKilobytes)} is {CacheKilobytes}; 64 to 1048576 are allowed.");
        if (MaximumBytes < 65_536)
            throw new ArgumentException($"{nameof(MaximumBytes)} is {MaximumBytes}; at least 65536 are needed.");
    }
}
