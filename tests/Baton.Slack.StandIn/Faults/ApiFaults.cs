namespace Baton.Slack.StandIn.Faults;

/// <summary>What goes wrong next, by method.</summary>
public sealed class ApiFaults
{
    /// <summary>Any method.</summary>
    public const string Any = "*";

    // Guarded by itself: requests come at once.
    private readonly Dictionary<string, Queue<ApiFault?>> next = [];
    private readonly Dictionary<string, ApiFault> always = [];

    /// <summary>Lets the next calls of a method fail.</summary>
    /// <param name="method">The method, or <see cref="Any"/>.</param>
    /// <param name="fault">How.</param>
    /// <param name="times">How often.</param>
    /// <param name="after">How many calls go well before.</param>
    public void Next(string method, ApiFault fault, int times = 1, int after = 0)
    {
        lock (next)
        {
            var queue = next.TryGetValue(method, out var there) ? there : next[method] = new();
            foreach (var planned in Enumerable.Repeat<ApiFault?>(null, after).Concat(Enumerable.Repeat(fault, times)))
            {
                queue.Enqueue(planned);
            }
        }
    }

    /// <summary>Lets every call of a method fail until <see cref="Heal"/>.</summary>
    public void Always(string method, ApiFault fault)
    {
        lock (next)
        {
            always[method] = fault;
        }
    }

    /// <summary>Nothing fails any more.</summary>
    public void Heal()
    {
        lock (next)
        {
            next.Clear();
            always.Clear();
        }
    }

    /// <summary>What goes wrong with this call; null when nothing does.</summary>
    internal ApiFault? Take(string method)
    {
        lock (next)
        {
            foreach (var key in new[] { method, Any })
            {
                if (next.TryGetValue(key, out var queue) && queue.TryDequeue(out var fault))
                {
                    return fault;
                }
            }

            return always.GetValueOrDefault(method) ?? always.GetValueOrDefault(Any);
        }
    }
}
