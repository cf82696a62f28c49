namespace Baton.Tables.Tests.Leases;

/// <summary>Replicas on one store, which beat when the test says so.</summary>
/// <param name="engine">The store.</param>
/// <param name="shards">How many shards there are.</param>
public sealed class Fleet(ITableEngine engine, int shards) : IDisposable
{
    public static readonly LeaseTimes Times = new();

    private readonly List<ShardLeases> all = [];

    /// <summary>The machines' time.</summary>
    public MachineTime Time { get; } = new();

    /// <summary>Those that beat.</summary>
    public List<ShardLeases> Up { get; } = [];

    /// <summary>Another replica, which has not beaten yet.</summary>
    public ShardLeases Start(TimeSpan offset = default, string seat = "")
    {
        var replica = new ShardLeases(engine, shards, () => seat, Times, Time, new MachineTime(Time, offset));
        all.Add(replica);
        Up.Add(replica);
        return replica;
    }

    /// <summary>It beats no more. It still is what it was: killed, or frozen.</summary>
    public void Silence(ShardLeases replica) => Up.Remove(replica);

    /// <summary>A beat's time passes, and everybody beats, one after the other.</summary>
    public async Task BeatAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Time.Pass(Times.Beat);
            foreach (var replica in Up.ToList())
                await replica.BeatAsync(default);
        }
    }

    /// <summary>Shards that two believe they hold.</summary>
    public IReadOnlyList<int> HeldTwice => [.. all.SelectMany(r => r.Held).GroupBy(s => s).Where(g => g.Count() > 1).Select(g => g.Key)];

    /// <summary>How many shards each has that beats, the most first.</summary>
    public IReadOnlyList<int> Shares => [.. Up.Select(r => r.Held.Count).OrderDescending()];

    public void Dispose() => all.ForEach(r => r.Dispose());
}
