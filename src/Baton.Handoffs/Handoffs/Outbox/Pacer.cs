using Baton.Handoffs.Chat;
using Baton.Handoffs.Replicas;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Keeps sends to one place as far apart as its platform wants. Who finds the place taken gets a turn of its own: after those who are as urgent
/// and came before, and before those who are less urgent, whose turns move back.
/// </summary>
/// <remarks>
/// Knows its own process only, and how many others there are: each takes its part of the pace, so that all together keep it, without asking each other before
/// every message. In a time of <c>t</c> a place gets at most <c>t / pace</c> messages and one more from each.
/// </remarks>
/// <param name="replicas">Who shares the pace; null for nobody.</param>
public sealed class Pacer(IReplicas? replicas = null)
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
    /// <param name="urgency">Whom it may go before.</param>
    public DateTimeOffset? Take(IChatPlatform platform, Place place, string sender, DateTimeOffset now, Urgency urgency = Urgency.Soon)
    {
        lock (gate)
        {
            return LaneOf(place).Take(sender, urgency, platform.Pace * (replicas?.Living ?? 1), now);
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

        // In order of time.
        private readonly List<Turn> turns = [];

        public DateTimeOffset? Take(string sender, Urgency urgency, TimeSpan pace, DateTimeOffset now)
        {
            turns.RemoveAll(t => t.At < now - Patience);
            var mine = turns.FindIndex(t => t.Sender == sender);
            return mine >= 0 ? Come(mine, pace, now) : Next > now ? Wait(sender, urgency, pace, now) : Go(pace, now);
        }

        private DateTimeOffset? Go(TimeSpan pace, DateTimeOffset now)
        {
            Open = now + pace;
            Next = Later(Next, Open);
            return null;
        }

        private DateTimeOffset? Come(int mine, TimeSpan pace, DateTimeOffset now)
        {
            var ready = Later(turns[mine].At, Open);
            if (ready > now)
            {
                turns[mine] = turns[mine] with { At = ready };
                return ready;
            }

            turns.RemoveAt(mine);
            return Go(pace, now);
        }

        // Who is less urgent moves back by one turn, from the first that is still to come.
        private DateTimeOffset Wait(string sender, Urgency urgency, TimeSpan pace, DateTimeOffset now)
        {
            var at = turns.FindIndex(t => t.Urgency > urgency && t.At > now);
            at = at >= 0 ? at : turns.Count;
            turns.Insert(at, new Turn(sender, urgency, at < turns.Count ? turns[at].At : Next));
            for (var i = at + 1; i < turns.Count; i++)
            {
                turns[i] = turns[i] with { At = i + 1 < turns.Count ? turns[i + 1].At : Next };
            }

            Next += pace;
            return turns[at].At;
        }

        private sealed record Turn(string Sender, Urgency Urgency, DateTimeOffset At);
    }
}
