namespace Baton.Tables.StandIn;

/// <summary>What goes wrong next, in order; each fault hits one request.</summary>
public sealed class TableFaults
{
    private readonly Lock guard = new();

    // Guarded by the lock.
    private readonly Queue<(Func<string, bool> Matches, TableFault Fault)> queue = new();
    private Random chance = new(0);
    private double share;
    private int met;
    private TableFault? always;

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

    /// <summary>Requests that a storm hit so far.</summary>
    public int Met
    {
        get
        {
            lock (guard)
            {
                return met;
            }
        }
    }

    /// <summary>From now on a share of all requests goes wrong: most are throttled, some break off before or after they were done.</summary>
    /// <param name="seed">What chance begins with.</param>
    /// <param name="part">How many of them, 0 (calm) to 1.</param>
    public void Storm(int seed, double part)
    {
        lock (guard)
        {
            (chance, share) = (new Random(seed), part);
        }
    }

    /// <summary>From now on nothing is done: every request is answered with 503 <c>ServerBusy</c>, until <see cref="Calm"/>.</summary>
    /// <param name="retryAfter">Seconds to wait, null for not said.</param>
    public void ThrottleAll(int? retryAfter = null)
    {
        lock (guard)
        {
            always = new TableFault.Json(503, "ServerBusy", retryAfter);
        }
    }

    /// <summary>Whoever was throttled may go on.</summary>
    public void Calm()
    {
        lock (guard)
        {
            always = null;
        }
    }

    internal TableFault? Take(string method)
    {
        lock (guard)
        {
            if (always is not null)
            {
                met++;
                return always;
            }

            if (queue.TryPeek(out var next) && next.Matches(method))
                return queue.Dequeue().Fault;
            if (chance.NextDouble() >= share)
                return null;
            met++;
            return chance.Next(10) switch
            {
                0 => new TableFault.DropBefore(),
                1 => new TableFault.DropAfter(),
                2 => new TableFault.DoneButTimedOut(),
                3 => new TableFault.Empty(503),
                4 => new TableFault.Json(429, "TooManyRequests"),
                _ => new TableFault.Json(503, "ServerBusy"),
            };
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
