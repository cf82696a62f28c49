using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Keeps sends to one place as far apart as its platform wants, first come, first served: who finds the place taken gets a turn of its own,
/// which nobody who comes later can take away. Knows its own process only.
/// </summary>
public sealed class Pacer
{
    // A turn that nobody comes for is forgotten after this; until then it costs the place one pause.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Guards everything below.
    private readonly Lock gate = new();
    private readonly Dictionary<Place, Lane> lanes = [];

    /// <summary>Takes the place for one send; null when it may go now, else when this sender's turn is.</summary>
    /// <param name="platform">The platform, which has a pace.</param>
    /// <param name="place">Where.</param>
    /// <param name="sender">Which send: the same name finds its turn again.</param>
    /// <param name="now">When.</param>
    public DateTimeOffset? Take(IChatPlatform platform, Place place, string sender, DateTimeOffset now)
    {
        lock (gate)
        {
            var lane = LaneOf(place);
            return lane.Turns.Remove(sender, out var turn) ? lane.Come(sender, turn, platform.Pace, now) : lane.Arrive(sender, platform.Pace, now);
        }
    }

    /// <summary>The platform asked to wait.</summary>
    public void Hold(Place place, DateTimeOffset until)
    {
        lock (gate)
        {
            var lane = LaneOf(place);
            lane.Open = Later(lane.Open, until);
            lane.Next = Later(lane.Next, until);
        }
    }

    private Lane LaneOf(Place place) => lanes.TryGetValue(place, out var lane) ? lane : lanes[place] = new Lane();

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class Lane
    {
        /// <summary>When the place takes its next message.</summary>
        public DateTimeOffset Open { get; set; }

        /// <summary>The first turn that nobody has.</summary>
        public DateTimeOffset Next { get; set; }

        public Dictionary<string, DateTimeOffset> Turns { get; } = new(StringComparer.Ordinal);

        public DateTimeOffset? Arrive(string sender, TimeSpan pace, DateTimeOffset now)
        {
            foreach (var (forgotten, _) in Turns.Where(t => t.Value < now - Patience).ToList()) Turns.Remove(forgotten);
            if (Next > now)
            {
                return Wait(sender, pace);
            }

            (Open, Next) = (now + pace, now + pace);
            return null;
        }

        public DateTimeOffset? Come(string sender, DateTimeOffset turn, TimeSpan pace, DateTimeOffset now)
        {
            var ready = Later(turn, Open);
            if (ready > now)
            {
                Turns[sender] = ready;
                return ready;
            }

            Open = now + pace;
            Next = Later(Next, Open);
            return null;
        }

        private DateTimeOffset Wait(string sender, TimeSpan pace)
        {
            var turn = Next;
            Turns[sender] = turn;
            Next = turn + pace;
            return turn;
        }
    }
}
