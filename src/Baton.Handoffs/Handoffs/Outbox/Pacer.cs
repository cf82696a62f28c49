using System.Collections.Concurrent;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Keeps sends to one place as far apart as its platform wants. Knows its own process only.</summary>
public sealed class Pacer
{
    // Guarded by itself: each entry is replaced by compare-and-swap.
    private readonly ConcurrentDictionary<Place, DateTimeOffset> free = new();

    /// <summary>Takes the place's next slot; null when it is free now, else when the slot is, and nothing was taken.</summary>
    public DateTimeOffset? Take(IChatPlatform platform, Place place, DateTimeOffset now)
    {
        if (platform.Pace <= TimeSpan.Zero)
        {
            return null;
        }

        while (true)
        {
            if (!free.TryGetValue(place, out var at))
            {
                if (free.TryAdd(place, now + platform.Pace))
                {
                    return null;
                }
            }
            else if (at > now)
            {
                return at;
            }
            else if (free.TryUpdate(place, now + platform.Pace, at))
            {
                return null;
            }
        }
    }

    /// <summary>The platform asked to wait.</summary>
    public void Hold(Place place, DateTimeOffset until) => free.AddOrUpdate(place, until, (_, at) => at > until ? at : until);
}
