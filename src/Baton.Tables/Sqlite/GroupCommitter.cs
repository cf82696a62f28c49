using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Baton.Tables.Sqlite;

/// <summary>
/// The one thread that writes. It makes everything that waits durable with one sync, then tells all callers; what comes
/// meanwhile is the next group. So groups grow with load by themselves, and nothing waits for company.
/// </summary>
internal sealed class GroupCommitter
{
    // Beyond this, readers that overlap have kept the WAL from starting again: wait for them, but only for a moment.
    private const long MaxWalBytes = 64 * 1024 * 1024;
    private const int WalCheckGroups = 64;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    private readonly SqliteTableOptions options;
    private readonly RowReaders readers;
    private readonly WriteQueue queue = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Below: touched by the writer's thread only, except that the counters are read by others.
    private RowWriter? writer;
    private long transactions;
    private long commits;

    /// <summary>Starts the thread; the file is opened at the first write.</summary>
    /// <param name="options">The file and its limits.</param>
    /// <param name="readers">Told when connections must be opened anew.</param>
    public GroupCommitter(SqliteTableOptions options, RowReaders readers)
    {
        (this.options, this.readers) = (options, readers);
        new Thread(Run) { IsBackground = true, Name = "Table writer" }.Start();
    }

    /// <summary>Transactions that became durable.</summary>
    public long Transactions => Volatile.Read(ref transactions);

    /// <summary>Pieces of work in them, refused ones included.</summary>
    public long Commits => Volatile.Read(ref commits);

    /// <summary>Does the work in the next group.</summary>
    /// <typeparam name="T">Its result.</typeparam>
    /// <param name="work">The work.</param>
    public Task<T> RunAsync<T>(PendingWork<T> work)
    {
        try
        {
            queue.Add(work);
        }
        catch (SqliteFault full)
        {
            throw full.ToUnavailable(options.Path);
        }

        return work.Task;
    }

    /// <summary>Refuses further work, does what waits, and closes the file.</summary>
    public Task CloseAsync()
    {
        queue.Close();
        return ended.Task;
    }

    private void Run()
    {
        while (queue.TakeGroup() is { } group)
        {
            group.RemoveAll(static work => work.EndIfCancelled());
            if (group.Count > 0)
                Commit(group);
        }

        writer?.Checkpoint();
        Close();
        ended.SetResult();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, its callers learn it, and the thread must live on for the others.")]
    private void Commit(List<PendingWork> group, bool again = false)
    {
        try
        {
            writer = Begin();
            Apply(writer, group);
        }
        catch (SqliteFault fault)
        {
            Recover(fault, group, again);
            return;
        }
        catch (Exception unexpected)
        {
            Close();
            foreach (var work in group)
                work.Fail(new InvalidOperationException("The table writer failed unexpectedly; nothing was committed.", unexpected));
            return;
        }

        foreach (var work in group)
            work.Complete();
        if (transactions % WalCheckGroups == 0)
            LimitWal(writer);
    }

    private RowWriter Begin()
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                writer ??= RowWriter.Open(options);
                writer.Begin();
                return writer;
            }
            catch (SqliteFault fault) when (fault.Reason == TableUnavailable.Locked && Stopwatch.GetElapsedTime(since) < options.BusyTimeout)
            {
                Pause.For(LockPause);
            }
        }
    }

    private void Apply(RowWriter writer, List<PendingWork> group)
    {
        foreach (var work in group)
            work.Apply(writer);
        writer.Commit();
        Volatile.Write(ref transactions, transactions + 1);
        Volatile.Write(ref commits, commits + group.Count);
    }

    private void Recover(SqliteFault fault, List<PendingWork> group, bool again)
    {
        TakeBack(fault);
        if (fault.Reason == TableUnavailable.DiskFull && !again)
        {
            // Room in the WAL may be all that is missing. And a big row must not take small ones or deletes with it: each gets its own verdict.
            writer?.Checkpoint();
            foreach (var work in group)
                Commit([work], again: true);
            return;
        }

        // One wait for a lock is enough for all: what waits behind it would wait for as long again.
        if (fault.Reason == TableUnavailable.Locked)
            group.AddRange(queue.TakeAll());
        foreach (var work in group)
            work.Fail(fault.ToUnavailable(options.Path));
    }

    private void TakeBack(SqliteFault fault)
    {
        if (fault.BreaksConnection)
        {
            Close();
            readers.Renew();
            return;
        }

        try
        {
            writer?.Rollback();
        }
        catch (SqliteFault)
        {
            Close();
        }
    }

    // Closing a connection takes back what it has not committed.
    private void Close()
    {
        writer?.Dispose();
        writer = null;
    }

    private void LimitWal(RowWriter writer)
    {
        if (new FileInfo($"{options.Path}-wal") is { Exists: true, Length: > MaxWalBytes })
            writer.Checkpoint();
    }
}
