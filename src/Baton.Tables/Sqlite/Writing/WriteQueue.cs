using static SQLitePCL.raw;

namespace Baton.Tables.Sqlite;

/// <summary>Work that waits for the writer's thread. While one group is being made durable, the next gathers here.</summary>
internal sealed class WriteQueue
{
    private const int MaxWaiting = 16_384;
    private const int MaxGroup = 512;
    private const int MaxGroupBytes = 2 * 1024 * 1024;

    // Guards both fields below, and wakes the writer's thread.
    private readonly object gate = new();
    private List<PendingWork> waiting = [];
    private bool closed;

    /// <summary>Adds work to the next group.</summary>
    /// <param name="work">The work.</param>
    public void Add(PendingWork work)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteTableEngine));
            if (waiting.Count == MaxWaiting)
                throw new SqliteFault(SQLITE_BUSY, $"{MaxWaiting} commits wait already");
            waiting.Add(work);
            if (waiting.Count == 1)
                Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits for work, without a limit as nobody waits for this wait, and takes what fits in one transaction; null at the end.</summary>
    public List<PendingWork>? TakeGroup()
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closed)
                Monitor.Wait(gate);
            return waiting.Count == 0 ? null : Fill([]);
        }
    }

    /// <summary>Adds to a group what has come since and still fits; whether there was something.</summary>
    /// <param name="group">The group that is being written.</param>
    public bool Join(List<PendingWork> group)
    {
        lock (gate)
        {
            var before = group.Count;
            return Fill(group).Count > before;
        }
    }

    /// <summary>Takes everything that waits now.</summary>
    public List<PendingWork> TakeAll()
    {
        lock (gate)
        {
            var all = waiting;
            waiting = [];
            return all;
        }
    }

    /// <summary>Refuses further work; what waits is still done.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }
    }

    // What its caller has given up meanwhile is ended here. An empty group takes a work of any size.
    private List<PendingWork> Fill(List<PendingWork> group)
    {
        if (waiting.Count == 0)
            return group;
        var bytes = group.Sum(static work => work.Weight);
        var taken = 0;
        for (; taken < waiting.Count && group.Count < MaxGroup; taken++)
        {
            var next = waiting[taken];
            if (group.Count > 0 && bytes + next.Weight > MaxGroupBytes)
                break;
            if (next.EndIfCancelled())
                continue;
            group.Add(next);
            bytes += next.Weight;
        }

        waiting.RemoveRange(0, taken);
        return group;
    }
}
