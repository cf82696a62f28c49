using System.Collections.Concurrent;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;

namespace Baton.Slack.Tests.Hosting;

/// <summary>Remembers what was told of places, and tells it on.</summary>
internal sealed class HeardPlaces : IPlaceHealth
{
    private IPlaceHealth? real;

    public ConcurrentQueue<string> Heard { get; } = new();

    public HeardPlaces Over(IPlaceHealth told)
    {
        real = told;
        return this;
    }

    public Task LostAsync(Place place, string why, CancellationToken cancellation)
    {
        Heard.Enqueue($"lost {place}: {why}");
        return real!.LostAsync(place, why, cancellation);
    }

    public Task RevivedAsync(Place place, CancellationToken cancellation)
    {
        Heard.Enqueue($"revived {place}");
        return real!.RevivedAsync(place, cancellation);
    }
}
