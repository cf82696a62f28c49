namespace Baton.Tables;

/// <summary>How long leases last, in the machine's own time: what is leased is the machine's work.</summary>
/// <remarks>
/// A replica that was killed is silent; the others notice within a beat that its last sign is a lease old, and take its shards in the same beat. So a wake-up
/// waits at most <see cref="Lease"/> and two beats, and a replica that comes has its share after three.
/// </remarks>
public sealed record LeaseTimes
{
    /// <summary>How often a replica looks at the others, and gives a sign of life where there are others.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After so long without a sign a replica is taken for dead, and holds nothing in its own eyes; several beats.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);
}
