namespace Baton.Slack.Events;

/// <summary>
/// Which events were taken, by Slack's id, so that a repeated delivery does nothing twice. It remembers a bounded number and forgets with the process:
/// what must not happen twice has a guard of its own in the store.
/// </summary>
internal sealed class SeenEvents
{
    /// <summary>How many events are remembered: more than Slack sends an app in the six minutes within which it repeats one.</summary>
    public const int Most = 10_000;

    private readonly Lock guard = new();

    // All guarded by guard. The queue has the keys of the dictionary, the oldest first; one that was forgotten early may be in it twice.
    private readonly Dictionary<string, Task<Ack>> taken = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Takes an event, unless it was taken; who brings it again while it is being taken gets the same answer. One that is to be sent again is forgotten.</summary>
    public async Task<Ack> OnceAsync(string eventId, Func<Task<Ack>> take)
    {
        var mine = new TaskCompletionSource<Ack>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<Ack>? others;
        lock (guard)
        {
            if (!taken.TryGetValue(eventId, out others))
            {
                taken[eventId] = mine.Task;
                order.Enqueue(eventId);
                while (order.Count > Most && order.TryDequeue(out var oldest))
                {
                    taken.Remove(oldest);
                }
            }
        }

        if (others is not null)
        {
            return await others;
        }

        var ack = Ack.Again;
        try
        {
            return ack = await take();
        }
        finally
        {
            if (ack is Ack.SendAgain)
            {
                lock (guard)
                {
                    taken.Remove(eventId);
                }
            }

            mine.SetResult(ack);
        }
    }
}
