namespace Baton.Slack.Http;

/// <summary>
/// Knows requests again by their signature, so that one that somebody recorded does nothing a second time while its time still counts. Commands and interactions
/// are never repeated by Slack itself.
/// </summary>
internal sealed class ReplayGuard
{
    /// <summary>How many requests are remembered: two hundred a second, for as long as a signature counts.</summary>
    public const int Most = 60_000;

    private readonly Lock guard = new();

    // Both guarded by guard: the same marks, for finding one and for forgetting the oldest.
    private readonly HashSet<ulong> known = [];
    private readonly Queue<ulong> order = new();

    /// <summary>Whether the request with that mark is here for the first time.</summary>
    public bool IsFirst(ulong mark)
    {
        lock (guard)
        {
            if (!known.Add(mark))
            {
                return false;
            }

            order.Enqueue(mark);
            if (order.Count > Most)
            {
                known.Remove(order.Dequeue());
            }

            return true;
        }
    }
}
