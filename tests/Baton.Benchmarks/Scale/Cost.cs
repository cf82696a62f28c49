namespace Baton.Benchmarks.Scale;

/// <summary>What something costs in table storage.</summary>
/// <param name="Trips">Requests: each is one transaction, a batch too.</param>
/// <param name="Entities">Rows read or written, by kind of partition; a read that finds nothing counts as one.</param>
internal sealed record Cost(int Trips, IReadOnlyDictionary<string, int> Entities)
{
    public static Cost Nothing { get; } = new(0, new Dictionary<string, int>());

    public int In(string partition) => Entities.GetValueOrDefault(partition);

    public static Cost operator +(Cost one, Cost other) => new(
        one.Trips + other.Trips,
        one.Entities.Concat(other.Entities).GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(e => e.Value), StringComparer.Ordinal));
}
