namespace Baton.Benchmarks.Scale;

/// <summary>What a day puts on the account and on its partitions, in its mean and in its busiest second.</summary>
internal sealed class Burden
{
    private readonly Dictionary<Happening, Cost> costs;
    private readonly SimulatedDay day;

    public Burden(SimulatedDay day, ActCosts of)
    {
        this.day = day;
        costs = new() { [Happening.Intake] = of.Intake, [Happening.Click] = of.Click, [Happening.Reject] = of.Reject, [Happening.Step] = of.Step, [Happening.Stale] = of.Stale };
        Counts = day.What.CountBy(w => w).ToDictionary();
        All = Counts.Select(c => new Cost(costs[c.Key].Trips * c.Value, costs[c.Key].Entities.ToDictionary(e => e.Key, e => e.Value * c.Value))).Aggregate(Cost.Nothing, (a, b) => a + b);
    }

    /// <summary>How often each thing happens.</summary>
    public IReadOnlyDictionary<Happening, int> Counts { get; }

    /// <summary>The whole day.</summary>
    public Cost All { get; }

    /// <summary>Requests that people bring about in the busiest second.</summary>
    public int MostTrips() => Busiest(c => c.Trips, 1, _ => 0);

    /// <summary>Rows that people bring about in the busiest second of the busiest partition of that kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="partitions">How many there are of it.</param>
    /// <param name="partition">Which one a handoff's rows are in.</param>
    public int MostRows(string kind, int partitions, Func<uint, int> partition) => Busiest(c => c.In(kind), partitions, partition);

    // What people bring comes at its own instant. Wake-ups are left out: however many are due at once, replicas handle them one after the other.
    private int Busiest(Func<Cost, int> weight, int partitions, Func<uint, int> partition)
    {
        var weights = costs.ToDictionary(c => c.Key, c => weight(c.Value));
        var (now, second, most) = (new int[partitions], -1, 0);
        for (var i = 0; i < day.Seconds.Length; i++)
        {
            if ((int)day.Seconds[i] != second)
            {
                second = (int)day.Seconds[i];
                Array.Clear(now);
            }

            if (day.What[i] is Happening.Intake or Happening.Click or Happening.Reject)
            {
                most = Math.Max(most, now[partition(day.Handoffs[i])] += weights[day.What[i]]);
            }
        }

        return most;
    }
}
