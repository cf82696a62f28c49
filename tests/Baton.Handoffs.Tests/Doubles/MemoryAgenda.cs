using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Wake-up rows.</summary>
public sealed class MemoryWakes
{
    // Guards the set.
    private readonly Lock gate = new();
    private readonly HashSet<Wake> wakes = [];

    public IReadOnlyList<Wake> All
    {
        get
        {
            lock (gate) return [.. wakes.OrderBy(w => w.Due)];
        }
    }

    public void Add(Wake wake)
    {
        lock (gate) wakes.Add(wake);
    }

    public void Remove(IEnumerable<Wake> gone)
    {
        lock (gate) wakes.ExceptWith(gone);
    }
}

/// <summary>A process's way to the wake-ups.</summary>
public sealed class MemoryAgenda(MemoryWakes rows, Wire wire) : IAgenda
{
    public int Shards => 1;

    public Task AddAsync(Wake wake, CancellationToken cancellation) => wire.CallAsync("agenda.add", () => rows.Add(wake));

    public Task RemoveAsync(IReadOnlyList<Wake> wakes, CancellationToken cancellation) => wire.CallAsync("agenda.remove", () => rows.Remove(wakes));

    public Task<IReadOnlyList<Wake>> DueAsync(int shard, DateTimeOffset now, int take, CancellationToken cancellation) =>
        wire.CallAsync("agenda.due", IReadOnlyList<Wake> () => [.. rows.All.Where(w => w.Due <= now).Take(take)]);
}
