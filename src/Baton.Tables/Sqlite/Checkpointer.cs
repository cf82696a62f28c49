namespace Baton.Tables.Sqlite;

/// <summary>
/// Copies the write-ahead log into the database on a thread of its own, beside the writer. What the writer then has to copy itself before
/// it may begin the log anew is only what was added in the meantime: callers wait milliseconds for it, not for all of a full log.
/// </summary>
internal sealed class Checkpointer
{
    // The second pass copies what came during the first, and so leaves next to nothing.
    private const int Passes = 2;

    // Guards the fields below and wakes the thread.
    private readonly object gate = new();
    private readonly string path;
    private Thread? thread;
    private bool wanted;
    private bool closed;

    // Set by the thread when the log is nearly copied, taken by the writer.
    private volatile bool ready;

    /// <summary>Does nothing until it is asked.</summary>
    /// <param name="path">The database file.</param>
    public Checkpointer(string path) => this.path = path;

    /// <summary>Asks for a copy, and starts the thread the first time; harmless while one is being made.</summary>
    public void Want()
    {
        lock (gate)
        {
            if (thread is null)
            {
                thread = new Thread(Run) { IsBackground = true, Name = "Table checkpoints" };
                thread.Start();
            }

            wanted = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Whether a copy was made since the last call, so that the writer may begin the log anew.</summary>
    public bool TakeReady()
    {
        if (!ready)
            return false;
        ready = false;
        return true;
    }

    /// <summary>Ends the thread and closes its connection, after the copy that is being made.</summary>
    public void Close()
    {
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
            try
            {
                connection ??= Open();
                for (var pass = 0; pass < Passes; pass++)
                    connection.CheckpointBeside();
                ready = true;
            }
            catch (SqliteFault)
            {
                // The writer meets the same fault, and its callers learn it.
                connection?.Dispose();
                connection = null;
            }
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
