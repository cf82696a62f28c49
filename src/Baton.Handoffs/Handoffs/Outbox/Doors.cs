using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Which places one try of an effect may use: asked once each, so that the try that may probe a place may finish what it began there.</summary>
internal sealed class Doors(PlaceHealth health)
{
    private readonly Dictionary<Place, bool> closed = [];

    public async Task<bool> IsClosedAsync(Place place, CancellationToken cancellation) =>
        closed.TryGetValue(place, out var known) ? known : closed[place] = await health.IsClosedAsync(place, cancellation);

    /// <summary>It was found to take no messages by a try that began at that instant.</summary>
    public Task LostAsync(Place place, string why, DateTimeOffset begun, CancellationToken cancellation)
    {
        closed[place] = true;
        return health.LostAsync(place, why, begun, cancellation);
    }
}
