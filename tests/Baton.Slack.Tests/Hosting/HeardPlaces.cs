using System.Collections.Concurrent;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;

namespace Baton.Slack.Tests.Hosting;

/// <summary>Remembers what was told of places.</summary>
internal sealed class HeardPlaces : IPlaceHealth
{
    public ConcurrentQueue<string> Heard { get; } = new();

    public Task LostAsync(Place place, string why, CancellationToken cancellation)
    {
        Heard.Enqueue($"lost {place}: {why}");
        return Task.CompletedTask;
    }

    public Task RevivedAsync(Place place, CancellationToken cancellation)
    {
        Heard.Enqueue($"revived {place}");
        return Task.CompletedTask;
    }
}
