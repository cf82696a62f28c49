using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Baton.Tables.Sqlite;

/// <summary>
/// The one thread that writes. It makes everything that waits durable with one sync, then tells all callers; what comes
/// meanwhile joins the group or is the next one. So groups grow with load by themselves; only where several callers commit at once does
/// a group wait for company, and no longer than a fraction of a sync.
/// </summary>
internal sealed class GroupCommitter
{
    private static readonly TimeSpan Company = TimeSpan.FromMicroseconds(50);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    private readonly SqliteTableOptions options;
    private readonly RowReaders readers;
    private readonly WriteQueue queue = new();
    private readonly WalLimit walLimit;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Below: touched by the writer's thread only, except that the counters are read by others.
    private RowWriter? writer;
    private int lastCount;
    private long transactions;
    private long commits;

    /// <summary>Starts the thread; the file is opened at the first write.</summary>
    /// <param name="options">The file and its limits.</param>
    /// <param name="readers">Told when connections must be opened anew.</param>
    public GroupCommitter(SqliteTableOptions options, RowReaders readers)
    {
        (this.options, this.readers) = (options, readers);
        walLimit = new WalLimit(options.Path);
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
            if (group.Count > 0)
                Commit(group);
        }

        walLimit.Close();
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
            writer.IsShortOfRoom = again;
            Apply(writer, group, again ? null : queue);
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
        walLimit.Keep(writer);
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

    // What comes while the group is being written joins it, as long as it fits: a sync costs more than a commit.
    private void Apply(RowWriter writer, List<PendingWork> group, WriteQueue? company)
    {
        var waited = company is null || Math.Max(lastCount, group.Count) == 1;
        for (var done = 0; ;)
        {
            while (done < group.Count)
                group[done++].Apply(writer);
            if (company?.Join(group) == true)
                continue;
            if (waited)
                break;
            Pause.For(Company);
            waited = true;
        }

        lastCount = group.Count;
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
            walLimit.Hurry();
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
}
