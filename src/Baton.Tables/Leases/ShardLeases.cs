using Baton.Handoffs.Replicas;

namespace Baton.Tables;

/// <summary>
/// Which shards of the agenda this process looks after, and how many others there are. A lease saves work and guarantees nothing: whatever is done rests on the
/// tags of rows. So all that a mistake here can cost is that something is looked at twice, or by nobody for the length of a lease.
/// </summary>
/// <remarks>
/// A beat is one query, and one batch beside others; a process alone writes nothing once it has its shards: whoever comes gives a sign, and is answered with the
/// next beat. No clock of another machine is compared with this one's (<see cref="Peer"/>).
/// </remarks>
/// <param name="engine">The store.</param>
/// <param name="shards">How many shards the agenda has.</param>
/// <param name="seat">What only one living process has at a time, so that whoever had it before is dead; empty where there is no such thing. Asked by the beats.</param>
/// <param name="times">How long leases last.</param>
/// <param name="time">The machine's time, for timestamps only.</param>
/// <param name="clock">The product's clock, which signs of life tell of.</param>
public sealed class ShardLeases(ITableEngine engine, int shards, Func<string> seat, LeaseTimes times, TimeProvider time, TimeProvider clock) : IReplicas, IDisposable
{
    private const int Tries = 5;
    private static readonly IReadOnlyDictionary<int, long> Nothing = new Dictionary<int, long>();

    // One beat at a time; guards the two fields below.
    private readonly SemaphoreSlim gate = new(1);
    private Dictionary<string, Peer> peers = [];
    private Look? previous;

    // Replaced as a whole by each beat; null before the first.
    private volatile Standing? standing;
    private volatile bool left;

    /// <inheritdoc/>
    public string Id { get; } = Guid.CreateVersion7().ToString("N");

    /// <inheritdoc/>
    public int Living => standing?.Living ?? 1;

    /// <inheritdoc/>
    public TimeSpan Ahead => standing?.Ahead ?? TimeSpan.Zero;

    /// <summary>The shards that are this process's now, in order; none when its last sign is a lease old, however it came to be silent.</summary>
    public IReadOnlyList<int> Held => [.. Current.Keys.Order()];

    /// <summary>Under which fence a shard is held: it grows with every taking, so that a shard that was lost in between is told from one that was kept. Null when it is not held.</summary>
    public long? FenceOf(int shard) => Current.TryGetValue(shard, out var fence) ? fence : null;

    /// <summary>How far each other replica's clock is ahead of this one's, by name; negative when behind.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Offsets => standing?.Offsets ?? new Dictionary<string, TimeSpan>();

    private IReadOnlyDictionary<int, long> Current =>
        !left && standing is { } it && time.GetElapsedTime(it.Renewed) < times.Lease ? it.Held : Nothing;

    /// <summary>Looks at the others, gives a sign of life and evens out the shards. When somebody is quicker it looks again, a few times.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            for (var tries = 0; tries < Tries && !left; tries++)
            {
                if (await TryAsync(cancellation))
                    return;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Lets everything go, so that others take it with their next beat. There is no way back.</summary>
    /// <param name="cancellation">Ends the wait; what was not let go is taken by others after a lease.</param>
    public async Task LeaveAsync(CancellationToken cancellation)
    {
        left = true;
        await gate.WaitAsync(cancellation);
        try
        {
            await CompareAndSwap.UntilAsync("The leases", async () =>
            {
                var page = await ReadAsync(cancellation);
                var mine = page.Shards.Where(s => s.Value.Owner == Id).Take(TableRules.MaxBatchActions - 1).ToList();
                List<TableAction> actions = [.. mine.Select(s => LeaseRows.Release(s.Key, s.Value)), .. page.Replicas.Where(r => r.Id == Id).Select(r => new TableAction.Remove(LeaseRows.Replica(r.Id)))];
                return actions.Count == 0 || await engine.TryCommitAsync(BatonTables.Leases, LeaseRows.Partition, actions, cancellation);
            }, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<bool> TryAsync(CancellationToken ct)
    {
        var (asked, clockAsked) = (time.GetTimestamp(), clock.GetUtcNow());
        var page = await ReadAsync(ct);
        var look = new Look(asked, time.GetTimestamp(), clockAsked, clock.GetUtcNow());
        peers = page.Replicas.Where(r => r.Id != Id).Select(r => Peer.After(peers.GetValueOrDefault(r.Id), r, look, previous)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        previous = look;
        var seats = page.Replicas.ToDictionary(r => r.Id, r => r.Seat, StringComparer.Ordinal);
        var mySeat = seat();
        var living = peers.Values.Where(p => !(IsGone(seats[p.Id], mySeat) || IsSilent(p, look))).ToList();
        var isLapsed = standing is not { } was || time.GetElapsedTime(was.Renewed) >= times.Lease || !seats.ContainsKey(Id);
        var plan = LeasePlan.Of(
            new ReplicaRow(Id, mySeat, clockAsked, ""), page, [.. living.Select(p => p.Id)], living.TrueForAll(p => p.IsKnown), isLapsed, shards);
        if (plan.Actions.Count > 0 && !await engine.TryCommitAsync(BatonTables.Leases, LeaseRows.Partition, plan.Actions, ct))
            return false;
        standing = new Standing(asked, plan.Held, living.ToDictionary(p => p.Id, p => p.Offset, StringComparer.Ordinal));
        return true;
    }

    private async Task<LeasePage> ReadAsync(CancellationToken ct) =>
        LeaseRows.Read(await engine.ReadAllAsync(BatonTables.Leases, LeaseRows.Partition, RowRange.All, ct).ToListAsync(ct));

    private static bool IsGone(string itsSeat, string mySeat) => mySeat.Length > 0 && itsSeat == mySeat;

    private bool IsSilent(Peer peer, Look look) => time.GetElapsedTime(peer.Since, look.Asked) >= times.Lease;

    private sealed record Standing(long Renewed, IReadOnlyDictionary<int, long> Held, IReadOnlyDictionary<string, TimeSpan> Offsets)
    {
        public int Living => Offsets.Count + 1;

        // Ours against the slowest: theirs is ahead of ours by a negative offset.
        public TimeSpan Ahead { get; } = Offsets.Values.Append(TimeSpan.Zero).Min().Negate();
    }
}
