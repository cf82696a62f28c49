namespace Baton.Edges;

/// <summary>
/// Which events were taken, by the platform's id, so that a repeated delivery does nothing twice. It remembers a bounded number and forgets with the process:
/// what must not happen twice has a guard of its own in the store.
/// </summary>
/// <param name="again">The answer that asks for another delivery.</param>
/// <typeparam name="TAnswer">What the platform is answered.</typeparam>
public sealed class SeenEvents<TAnswer>(TAnswer again)
    where TAnswer : class
{
    /// <summary>How many events are remembered: more than a platform sends an app in the minutes within which it repeats one.</summary>
    public const int Most = 10_000;

    private readonly Lock guard = new();

    // All guarded by guard. The queue has the keys of the dictionary, the oldest first; one that was forgotten early may be in it twice.
    private readonly Dictionary<string, Task<TAnswer>> taken = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Takes an event, unless it was taken; who brings it again while it is being taken gets the same answer. One that is to be sent again is forgotten.</summary>
    public async Task<TAnswer> OnceAsync(string eventId, Func<Task<TAnswer>> take)
    {
        var mine = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<TAnswer>? others;
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

        var answer = again;
        try
        {
            return answer = await take();
        }
        finally
        {
            if (answer == again)
            {
                lock (guard)
                {
                    taken.Remove(eventId);
                }
            }

            mine.SetResult(answer);
        }
    }
}
