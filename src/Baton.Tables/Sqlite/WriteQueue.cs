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
            return waiting.Count == 0 ? null : Take(CountOfGroup());
        }
    }

    /// <summary>Adds to a group what has come since and still fits; whether there was something.</summary>
    /// <param name="group">The group that is being written.</param>
    public bool Join(List<PendingWork> group)
    {
        lock (gate)
        {
            var before = group.Count;
            var room = MaxGroupBytes - group.Sum(static work => work.Weight);
            while (waiting.Count > 0 && group.Count < MaxGroup && (room -= waiting[0].Weight) >= 0)
            {
                var next = waiting[0];
                waiting.RemoveAt(0);
                if (!next.EndIfCancelled())
                    group.Add(next);
            }

            return group.Count > before;
        }
    }

    /// <summary>Takes everything that waits now.</summary>
    public List<PendingWork> TakeAll()
    {
        lock (gate)
            return Take(waiting.Count);
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

    private List<PendingWork> Take(int count)
    {
        var taken = waiting;
        waiting = count == taken.Count ? [] : taken[count..];
        taken.RemoveRange(count, taken.Count - count);
        return taken;
    }

    private int CountOfGroup()
    {
        var bytes = 0;
        for (var i = 0; i < waiting.Count; i++)
        {
            bytes += waiting[i].Weight;
            if (i == MaxGroup || (i > 0 && bytes > MaxGroupBytes))
                return i;
        }

        return waiting.Count;
    }
}
