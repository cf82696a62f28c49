namespace Baton.Tables.Sqlite;

/// <summary>
/// Rebuilds the file from its rows (https://sqlite.org/lang_vacuum.html), so that free pages and gaps within pages hold nothing of what was
/// deleted, and empties the write-ahead log, which holds older forms of pages until it is written over. Needs about as much free disk again as the
/// file is long.
/// </summary>
/// <param name="options">The file.</param>
/// <param name="time">Measures how long others are waited for.</param>
public sealed class SqliteScrub(SqliteTableOptions options, TimeProvider time) : ITableScrub
{
    // A reader of another process is in the way for as long as one read takes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public Task ScrubAsync(CancellationToken ct) => Task.Run(() => Scrub(ct), ct);

    private void Scrub(CancellationToken ct)
    {
        try
        {
            using var connection = SqliteConnection.Open(options.Path, writable: true);
            connection.Execute($"PRAGMA cache_size = -{options.CacheKilobytes}");
            connection.Execute("PRAGMA secure_delete = ON");
            Until(() => TryVacuum(connection), ct);
            Until(() => connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0, ct);
        }
        catch (SqliteFault fault)
        {
            throw fault.ToUnavailable(options.Path);
        }
    }

    private static bool TryVacuum(SqliteConnection connection)
    {
        try
        {
            connection.Execute("VACUUM");
            return true;
        }
        catch (SqliteFault fault) when (fault.Reason == TableUnavailable.Locked)
        {
            return false;
        }
    }

    private void Until(Func<bool> attempt, CancellationToken ct)
    {
        for (var since = time.GetTimestamp(); !attempt();)
        {
            ct.ThrowIfCancellationRequested();
            if (time.GetElapsedTime(since) > Patience)
            {
                throw new TableUnavailableException(
                    TableUnavailable.Locked,
                    $"The table file '{options.Path}' could not be rebuilt: others were at it for more than {Patience.TotalSeconds:0} seconds.",
                    "Do it again when less is going on, or with the server stopped.");
            }

            Pause.For(Between);
        }
    }
}
