namespace Baton.Tables.Sqlite;

/// <summary>
/// Copies the write-ahead log into the database on a thread of its own, beside the writer. What the writer then has to copy itself before
/// it may begin the log anew is only what was added in the meantime: callers wait milliseconds for it, not for all of a full log.
/// </summary>
internal sealed class Checkpointer
{
    // Each pass copies what came during the one before, until little is left: some groups of commits.
    private const int MostPasses = 6;
    private const int FewPages = 1024;

    // Guards the fields below and wakes the thread.
    private readonly object gate = new();
    private readonly string path;
    private readonly CheckpointPace pace = new();
    private Thread? thread;
    private bool wanted;
    private bool closed;

    // Set by the thread, taken back by the next request.
    private volatile CheckpointEnd end;

    /// <summary>Does nothing until it is asked.</summary>
    /// <param name="path">The database file.</param>
    public Checkpointer(string path) => this.path = path;

    /// <summary>Asks for a copy, once the one before is made, and starts the thread the first time.</summary>
    public void Want()
    {
        lock (gate)
        {
            if (thread is null)
            {
                thread = new Thread(Run) { IsBackground = true, Name = "Table checkpoints" };
                thread.Start();
            }

            end = CheckpointEnd.None;
            wanted = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Tells a copy that is being made how the log grows meanwhile.</summary>
    /// <param name="tooFast">Whether it grows so fast that the copy must not rest.</param>
    public void Push(bool tooFast) => pace.Hurried = tooFast;

    /// <summary>What has come of the latest request.</summary>
    public CheckpointEnd End => end;

    /// <summary>Ends the thread and closes its connection, after the copy that is being made.</summary>
    public void Close()
    {
        pace.Hurried = true;
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }

        thread?.Join();
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        while (Wait())
        {
            var left = (int?)null;
            try
            {
                connection ??= Open();
                for (var pass = 0; pass < MostPasses && (pass == 0 || left > FewPages); pass++)
                    left = connection.CheckpointBeside(pace);
            }
            catch (SqliteFault)
            {
                // What is only in the log is safe there: the next request tries again.
                left = null;
                connection?.Dispose();
                connection = null;
            }

            Tell(left <= FewPages ? CheckpointEnd.NearlyCopied : CheckpointEnd.Blocked);
        }

        connection?.Dispose();
    }

    // A connection knows of a log, and copies it, once it has read something.
    private SqliteConnection Open()
    {
        var connection = SqliteConnection.Open(path, writable: true);
        _ = connection.Number("PRAGMA schema_version");
        return connection;
    }

    private void Tell(CheckpointEnd told)
    {
        lock (gate)
            end = wanted ? CheckpointEnd.None : told;
    }

    private bool Wait()
    {
        lock (gate)
        {
            while (!wanted && !closed)
                Monitor.Wait(gate);
            wanted = false;
            return !closed;
        }
    }
}
