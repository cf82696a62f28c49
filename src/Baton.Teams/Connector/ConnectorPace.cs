namespace Baton.Teams.Connector;

/// <summary>
/// Keeps calls within Teams' limits: for each place so many in each of several windows, and for all together so many a second
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Knows its own process only; what several do together Teams stops with a 429, which closes
/// that place until its time is up.
/// </summary>
internal sealed class ConnectorPace(TimeProvider time)
{
    /// <summary>How many calls that change something a place takes.</summary>
    public static readonly IReadOnlyList<PaceWindow> Changing =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    /// <summary>How many calls that only ask a place takes.</summary>
    public static readonly IReadOnlyList<PaceWindow> Asking =
        [new(14, TimeSpan.FromSeconds(1)), new(16, TimeSpan.FromSeconds(2)), new(120, TimeSpan.FromSeconds(30)), new(3600, TimeSpan.FromHours(1))];

    /// <summary>How many calls the app may make in a tenant.</summary>
    public static readonly IReadOnlyList<PaceWindow> Together = [new(50, TimeSpan.FromSeconds(1))];

    private const int ManyPlaces = 2_000;

    // Guards everything below.
    private readonly Lock gate = new();
    private readonly Dictionary<Lane, Turns> places = [];
    private readonly Turns all = new(Together);

    /// <summary>Takes leave for one call; null when it may go now, else how long there is no use in asking again.</summary>
    public TimeSpan? Take(Lane lane)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var place = TurnsOf(lane, now);
            var wait = place.Wait(now) is var mine && all.Wait(now) is var ours && mine > ours ? mine : ours;
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            place.Take(now);
            all.Take(now);
            return null;
        }
    }

    /// <summary>Teams asked to wait there.</summary>
    public void Close(Lane lane, TimeSpan wait)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            TurnsOf(lane, now).Close(now + wait);
        }
    }

    private Turns TurnsOf(Lane lane, DateTimeOffset now)
    {
        if (places.TryGetValue(lane, out var there))
        {
            return there;
        }

        if (places.Count >= ManyPlaces)
        {
            foreach (var idle in places.Where(place => place.Value.IsIdle(now)).Select(place => place.Key).ToList())
            {
                places.Remove(idle);
            }
        }

        return places[lane] = new Turns(lane.Asks ? Asking : Changing);
    }
}
