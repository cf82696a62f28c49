using Baton.Bot.Workers;

namespace Baton.Benchmarks.Scale;

/// <summary>
/// Replicas that sweep their shards as the product does: once a second each of their shards is asked for what is due, so many at a time, and so many of those are
/// handled at once. Every request takes the same time.
/// </summary>
/// <param name="day">What is due when.</param>
/// <param name="shardOf">The shard of each handoff.</param>
/// <param name="shards">How many shards.</param>
/// <param name="replicas">How many replicas share them.</param>
/// <param name="costs">How many requests each wake-up takes, one after the other.</param>
/// <param name="request">How long one takes, in seconds.</param>
internal sealed class Sweeping(SimulatedDay day, byte[] shardOf, int shards, int replicas, ActCosts costs, double request)
{
    private const int Take = Sweeper.Take;
    private const int AtOnce = Sweeper.AtOnceAfar;
    private const double Pulse = 1;

    private readonly List<float> delays = [];
    private (double Delay, double At) worst;

    /// <summary>How late wake-ups are begun, in seconds.</summary>
    public Delays Run()
    {
        var queues = Enumerable.Range(0, shards).Select(_ => new List<int>()).ToList();
        for (var i = 0; i < day.Seconds.Length; i++)
        {
            if (day.What[i] is Happening.Step or Happening.Stale)
            {
                queues[shardOf[day.Handoffs[i]]].Add(i);
            }
        }

        for (var replica = 0; replica < Math.Min(replicas, shards); replica++)
        {
            Sweep([.. queues.Where((_, shard) => shard % replicas == replica)], replica * Pulse / replicas);
        }

        delays.Sort();
        return new Delays(delays.Count, At(0.5), At(0.99), worst.Delay, TimeSpan.FromSeconds(worst.At));
    }

    private void Sweep(List<List<int>> queues, double phase)
    {
        var next = new int[queues.Count];
        for (var now = phase; next.Zip(queues, (n, q) => n < q.Count).Any(left => left);)
        {
            var tick = now;
            for (var left = Enumerable.Range(0, queues.Count).ToList(); left.Count > 0;)
            {
                left.RemoveAll(shard =>
                {
                    var taken = Due(queues[shard], next[shard], now);
                    now = Handle(queues[shard], next[shard], taken, now + request);
                    next[shard] += taken;
                    return taken < Take;
                });
            }

            now = Math.Max(now, tick + Pulse);
        }
    }

    private int Due(List<int> queue, int from, double now)
    {
        var count = 0;
        while (count < Take && from + count < queue.Count && day.Seconds[queue[from + count]] <= now)
        {
            count++;
        }

        return count;
    }

    private double Handle(List<int> queue, int from, int count, double now)
    {
        Span<double> free = stackalloc double[AtOnce];
        free.Fill(now);
        for (var i = 0; i < count; i++)
        {
            var wake = queue[from + i];
            var worker = free.IndexOf(Least(free));
            var delay = free[worker] - day.Seconds[wake];
            delays.Add((float)delay);
            worst = delay > worst.Delay ? (delay, day.Seconds[wake]) : worst;
            free[worker] += request * (day.What[wake] == Happening.Step ? costs.Step.Trips : costs.Stale.Trips);
        }

        foreach (var end in free)
        {
            now = Math.Max(now, end);
        }

        return now;
    }

    private static double Least(ReadOnlySpan<double> values)
    {
        var least = values[0];
        foreach (var value in values)
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    private float At(double part) => delays.Count == 0 ? 0 : delays[(int)((delays.Count - 1) * part)];
}

/// <summary>How late wake-ups are begun.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Median">In seconds.</param>
/// <param name="P99">In seconds.</param>
/// <param name="Worst">In seconds.</param>
/// <param name="WorstAt">For which time of day.</param>
internal sealed record Delays(int Count, double Median, double P99, double Worst, TimeSpan WorstAt);
