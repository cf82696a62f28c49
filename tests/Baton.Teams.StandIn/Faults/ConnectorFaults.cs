namespace Baton.Teams.StandIn.Faults;

/// <summary>What goes wrong next, by operation: <c>send</c>, <c>reply</c>, <c>update</c>, <c>delete</c>, <c>create</c>, <c>members</c>, <c>member</c>, <c>channels</c>.</summary>
public sealed class ConnectorFaults
{
    /// <summary>Any operation.</summary>
    public const string Any = "*";

    // Guarded by itself: requests come at once.
    private readonly Dictionary<string, Queue<ConnectorFault?>> next = [];

    /// <summary>Lets the next calls of an operation fail.</summary>
    /// <param name="operation">Which, or <see cref="Any"/>.</param>
    /// <param name="fault">How.</param>
    /// <param name="times">How often.</param>
    /// <param name="after">How many calls go well before.</param>
    public void Next(string operation, ConnectorFault fault, int times = 1, int after = 0)
    {
        lock (next)
        {
            var queue = next.TryGetValue(operation, out var there) ? there : next[operation] = new();
            foreach (var planned in Enumerable.Repeat<ConnectorFault?>(null, after).Concat(Enumerable.Repeat(fault, times)))
            {
                queue.Enqueue(planned);
            }
        }
    }

    /// <summary>Nothing fails any more.</summary>
    public void Heal()
    {
        lock (next)
        {
            next.Clear();
        }
    }

    internal ConnectorFault? Take(string operation)
    {
        lock (next)
        {
            return next.TryGetValue(operation, out var queue) && queue.TryDequeue(out var fault) ? fault
                : next.TryGetValue(Any, out var any) && any.TryDequeue(out var other) ? other
                : null;
        }
    }
}
