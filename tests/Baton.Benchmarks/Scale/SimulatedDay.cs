using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs;
using Baton.Tables;
using NodaTime;

namespace Baton.Benchmarks.Scale;

/// <summary>
/// One working day in the long run: the leads of a day, and what becomes of them on later days laid over the same 24 hours, as if every day were like this one.
/// </summary>
internal sealed class SimulatedDay
{
    /// <summary>Seconds of a day.</summary>
    public const int Length = 86_400;

    // How much of a day's leads come in each hour, Tokyo time: assumed; marketing's forms are filled in at work, and some in the evening.
    private static readonly int[] Hours = [1, 1, 1, 1, 1, 1, 2, 4, 8, 14, 16, 14, 10, 13, 15, 14, 12, 10, 8, 7, 6, 5, 3, 2];
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
    private const int Chunk = 10_000;

    // Keeps the chances of neighbouring seeds apart; a prime.
    private const int Spread = 1_000_003;

    private SimulatedDay(float[] seconds, Happening[] what, uint[] handoffs) => (Seconds, What, Handoffs) = (seconds, what, handoffs);

    /// <summary>When, in seconds of the day; ascending.</summary>
    public float[] Seconds { get; }

    /// <summary>What happens then.</summary>
    public Happening[] What { get; }

    /// <summary>To which handoff: its number.</summary>
    public uint[] Handoffs { get; }

    /// <summary>Plays all the lives.</summary>
    public static SimulatedDay Play(Terms terms, int leads, int seed)
    {
        var parts = new (List<float> Seconds, List<Happening> What, List<uint> Handoffs)[(leads + Chunk - 1) / Chunk];
        Parallel.For(0, parts.Length, part =>
        {
            var chance = new Random(unchecked((seed * Spread) + part));
            var life = new LeadLife(terms, chance);
            parts[part] = ([], [], []);
            for (var i = part * Chunk; i < Math.Min(leads, (part + 1) * Chunk); i++)
            {
                foreach (var (at, what) in life.Play($"s{i}", Arrival(chance)))
                {
                    parts[part].Seconds.Add(SecondOf(at));
                    parts[part].What.Add(what);
                    parts[part].Handoffs.Add((uint)i);
                }
            }
        });
        var seconds = parts.SelectMany(p => p.Seconds).ToArray();
        var order = Enumerable.Range(0, seconds.Length).ToArray();
        Array.Sort(seconds, order);
        var (all, ids) = (parts.SelectMany(p => p.What).ToArray(), parts.SelectMany(p => p.Handoffs).ToArray());
        return new SimulatedDay(seconds, Array.ConvertAll(order, i => all[i]), Array.ConvertAll(order, i => ids[i]));
    }

    /// <summary>The shard of each handoff, as the product has it.</summary>
    public static byte[] ShardsOf(int leads, ITableEngine engine, int shards)
    {
        var agenda = new TableAgenda(engine, shards);
        var all = new byte[leads];
        Parallel.For(0, leads, i => all[i] = (byte)agenda.ShardOf(SimulatedLead.IdOf($"s{i}").Value));
        return all;
    }

    private static DateTimeOffset Arrival(Random chance)
    {
        var left = chance.Next(Hours.Sum());
        var hour = 0;
        while (left >= Hours[hour])
        {
            left -= Hours[hour++];
        }

        return Midnight.AddHours(hour).AddTicks((long)(TimeSpan.TicksPerHour * chance.NextDouble()));
    }

    // Of the Tuesday on which the costs are counted.
    private static DateTimeOffset Midnight { get; } = Tokyo.AtStartOfDay(Instant.FromDateTimeOffset(ActCosts.Morning).InZone(Tokyo).Date).ToDateTimeOffset();

    private static float SecondOf(DateTimeOffset at) => (float)((at - Midnight).TotalSeconds % Length);
}
