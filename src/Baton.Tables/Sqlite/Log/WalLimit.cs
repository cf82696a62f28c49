namespace Baton.Tables.Sqlite;

/// <summary>
/// Keeps the write-ahead log short: has it copied into the database beside the writer, and begins it anew once little is left to copy.
/// For the writer's thread.
/// </summary>
/// <param name="path">The database file.</param>
internal sealed class WalLimit(string path)
{
    // Hot pages are copied into the database once for many groups, and the WAL stays small enough to read through.
    private const long CheckpointBytes = 48 * 1024 * 1024;

    // From here on the copy does not rest: the WAL has doubled while it was made.
    private const long HurryBytes = 2 * CheckpointBytes;

    // Beyond this the writer waits for the copy after each group, but only for a moment.
    private const long MaxWalBytes = 128 * 1024 * 1024;
    private const int MostWaits = 20;

    // A reader in the way is gone by one of the next groups; who reads for longer is left alone until the WAL has grown by a part.
    private const int MostRestarts = 50;
    private const long GrownBytes = CheckpointBytes / 4;
    private static readonly TimeSpan CopyPause = TimeSpan.FromMilliseconds(1);

    private readonly Checkpointer checkpointer = new(path);
    private long checkpointFrom = CheckpointBytes;
    private bool checkpointWanted;
    private int restarts;

    /// <summary>Looks at the log after a group of commits.</summary>
    /// <param name="writer">Who wrote it.</param>
    public void Keep(RowWriter writer)
    {
        var length = WalBuffer.End;
        if (length <= CheckpointBytes)
            checkpointFrom = CheckpointBytes;
        if (length <= checkpointFrom)
        {
            // SQLite itself begins the log anew when it finds all of it copied and nobody reading.
            checkpointWanted = false;
            return;
        }

        if (!checkpointWanted)
        {
            checkpointer.Want();
            (checkpointWanted, restarts) = (true, 0);
        }

        checkpointer.Push(tooFast: length > HurryBytes);
        for (var wait = 0; length > MaxWalBytes && checkpointer.End == CheckpointEnd.None && wait < MostWaits; wait++)
            Pause.For(CopyPause);
        var end = checkpointer.End;
        if (end == CheckpointEnd.NearlyCopied && writer.TryRestartWal())
            checkpointWanted = false;
        else if (end == CheckpointEnd.Blocked || (end == CheckpointEnd.NearlyCopied && ++restarts == MostRestarts))
            (checkpointWanted, checkpointFrom) = (false, length + GrownBytes);
    }

    /// <summary>Has a copy that is being made go without rests.</summary>
    public void Hurry() => checkpointer.Push(tooFast: true);

    /// <summary>Ends the copying.</summary>
    public void Close() => checkpointer.Close();
}
