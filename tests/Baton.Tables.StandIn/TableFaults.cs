namespace Baton.Tables.StandIn;

/// <summary>What goes wrong next, in order; each fault hits one request.</summary>
public sealed class TableFaults
{
    private readonly Lock guard = new();

    // Guarded by the lock.
    private readonly Queue<(Func<string, bool> Matches, TableFault Fault)> queue = new();

    /// <summary>The next write goes wrong: a transaction, or an entity by itself.</summary>
    /// <param name="faults">In order, one a write.</param>
    public void OfWrites(params TableFault[] faults) => Add(static method => method != "GET", faults);

    /// <summary>The next read goes wrong.</summary>
    /// <param name="faults">In order, one a read.</param>
    public void OfReads(params TableFault[] faults) => Add(static method => method == "GET", faults);

    /// <summary>How many have not been met yet.</summary>
    public int Left
    {
        get
        {
            lock (guard)
            {
                return queue.Count;
            }
        }
    }

    internal TableFault? Take(string method)
    {
        lock (guard)
        {
            return queue.TryPeek(out var next) && next.Matches(method) ? queue.Dequeue().Fault : null;
        }
    }

    private void Add(Func<string, bool> matches, TableFault[] faults)
    {
        lock (guard)
        {
            foreach (var fault in faults)
                queue.Enqueue((matches, fault));
        }
    }
}
