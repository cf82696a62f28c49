using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;

namespace Baton.Teams.Events;

/// <summary>Where a handoff is shown anyway, so that whoever is there may look at it.</summary>
internal sealed class OwnPlaces(IHandoffStore store)
{
    /// <summary>Whether a place is one of the handoff's: its channels, or wherever one of its cards is; false when there is no such handoff.</summary>
    public async Task<bool> HaveAsync(HandoffId handoff, Place place, CancellationToken cancellation) =>
        await store.OpenAsync(handoff, cancellation) is { } file
        && (file.Handoff.Route.Sales == place || file.Handoff.Route.Marketing == place || file.Messages.Any(message => message.MessagePlace == place));
}
