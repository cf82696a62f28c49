using System.Diagnostics;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>
/// Has what a thread copies into the database file written to disk in small pieces, with rests between them. SQLite itself leaves all of it
/// to one sync, once nothing is left to copy (walCheckpoint in wal.c): beside a busy writer that is the writer's own, and thousands of pages
/// then stand before the next commit in the disk's queue.
/// </summary>
internal sealed class CheckpointPace
{
    // Written within two milliseconds by the disks that many commits a second need.
    private const int Piece = 64;
    private const int HurriedPiece = 1024;

    [ThreadStatic]
    private static CheckpointPace? current;

    // Set by other threads.
    private volatile bool hurried;
    private nint written;
    private int pages;

    /// <summary>That of the checkpoint which this thread runs; null where what it writes is no checkpoint of ours.</summary>
    public static CheckpointPace? Current => current;

    /// <summary>Whether to go without rests, as more comes than is copied, or nobody is served any more.</summary>
    public bool Hurried { set => hurried = value; }

    /// <summary>Runs a checkpoint at this pace; afterwards, what it copied is on disk.</summary>
    /// <param name="checkpoint">Copies pages on this thread, from a connection that stays open.</param>
    /// <returns>SQLite's result code of the last sync.</returns>
    public int Run(Action checkpoint)
    {
        (current, pages) = (this, 0);
        try
        {
            checkpoint();
        }
        finally
        {
            current = null;
        }

        return pages == 0 ? raw.SQLITE_OK : DatabaseFile.Sync(written);
    }

    /// <summary>Counts a page that the checkpoint has written, has the piece written to disk when it is whole, and rests.</summary>
    /// <param name="file">SQLite's structure of the database file.</param>
    /// <returns>SQLite's result code.</returns>
    public int Count(nint file)
    {
        written = file;
        var rest = !hurried;
        if (++pages % (rest ? Piece : HurriedPiece) != 0)
            return raw.SQLITE_OK;
        var since = Stopwatch.GetTimestamp();
        var code = DatabaseFile.Sync(file);
        if (rest)
            Pause.For(Stopwatch.GetElapsedTime(since));
        return code;
    }
}
