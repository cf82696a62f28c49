using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>
/// Has what a thread copies into the database file written to disk in small pieces, with rests between them. SQLite itself leaves all of it
/// to one sync, once nothing is left to copy (walCheckpoint in wal.c): beside a busy writer that is the writer's own, and thousands of pages
/// then stand before the next commit in the disk's queue.
/// </summary>
internal sealed unsafe class CheckpointPace
{
    // Written within two milliseconds by the disks that many commits a second need.
    private const int Piece = 64;
    private const int HurriedPiece = 1024;

    // SQLITE_SYNC_NORMAL: https://sqlite.org/c3ref/c_sync_dataonly.html
    private const int SyncNormal = 2;

    private static readonly WrappedMethods Methods = new(Replace);

    // Null for threads whose writes are no checkpoint of ours.
    [ThreadStatic]
    private static CheckpointPace? current;

    // Set by other threads.
    private volatile bool hurried;
    private nint written;
    private int pages;

    /// <summary>Counts what is written to a database file that has just been opened.</summary>
    /// <param name="file">SQLite's structure of it.</param>
    public static void Attach(nint file) => Methods.TryAttach(file);

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

        return pages == 0 ? raw.SQLITE_OK : Methods.System->Sync(written, SyncNormal);
    }

    private static FileMethods Replace(FileMethods methods)
    {
        methods.Write = &Write;
        return methods;
    }

    private int Count(nint file)
    {
        written = file;
        var rest = !hurried;
        if (++pages % (rest ? Piece : HurriedPiece) != 0)
            return raw.SQLITE_OK;
        var since = Stopwatch.GetTimestamp();
        var code = Methods.System->Sync(file, SyncNormal);
        if (rest)
            Pause.For(Stopwatch.GetElapsedTime(since));
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint file, byte* from, int count, long offset) =>
        Methods.System->Write(file, from, count, offset) is var code && (code != raw.SQLITE_OK || current is not { } pace) ? code : current.Count(file);
}
