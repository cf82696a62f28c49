namespace Baton.Edges;

/// <summary>
/// What was asked for once is remembered for a while, that there is nothing too. Who asks meanwhile waits for the one answer;
/// when none can be had, the last one does, however old.
/// </summary>
public sealed class Remembered<TKey, TValue>(TimeSpan keep, TimeSpan keepNothing, TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    /// <summary>So many are remembered; beyond that all are forgotten.</summary>
    public const int Most = 20_000;

    // Guards everything below.
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Entry> entries = [];

    /// <summary>The value of a key; null when there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="ask">Asks for it. Goes on when whoever asked first has left, and so has a limit of its own.</param>
    /// <param name="cancellation">Ends the wait, not the asking.</param>
    public async ValueTask<TValue?> GetAsync(TKey key, Func<TKey, Task<TValue?>> ask, CancellationToken cancellation)
    {
        Task<TValue?> asking;
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var entry))
            {
                entry = entries[key] = Room();
            }

            if (entry.Until > time.GetUtcNow())
            {
                return entry.Value;
            }

            asking = entry.Asking ??= RefreshAsync(key, entry, ask);
        }

        return await asking.WaitAsync(cancellation);
    }

    /// <summary>Forgets a key; an answer that is under way is not kept either.</summary>
    public void Forget(TKey key)
    {
        lock (gate)
        {
            entries.Remove(key);
        }
    }

    /// <summary>Forgets every key whose value, or lack of one, is meant.</summary>
    public void ForgetWhere(Func<TValue?, bool> isMeant)
    {
        lock (gate)
        {
            foreach (var (key, _) in entries.Where(e => isMeant(e.Value.Value)).ToList()) entries.Remove(key);
        }
    }

    private Entry Room()
    {
        if (entries.Count >= Most)
        {
            entries.Clear();
        }

        return new Entry();
    }

    private async Task<TValue?> RefreshAsync(TKey key, Entry entry, Func<TKey, Task<TValue?>> ask)
    {
        // Not under the lock that the caller holds.
        await Task.Yield();
        try
        {
            var value = await ask(key);
            lock (gate)
            {
                (entry.Value, entry.IsAnswered) = (value, true);
                entry.Until = time.GetUtcNow() + (value is null ? keepNothing : keep);
            }

            return value;
        }
        catch (IOException) when (entry.IsAnswered)
        {
            return entry.Value;
        }
        finally
        {
            lock (gate)
            {
                entry.Asking = null;
            }
        }
    }

    private sealed class Entry
    {
        public TValue? Value { get; set; }

        public bool IsAnswered { get; set; }

        public DateTimeOffset Until { get; set; } = DateTimeOffset.MinValue;

        public Task<TValue?>? Asking { get; set; }
    }
}
