using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Chat;

/// <summary>
/// Which places can take messages. A platform's edge tells what it hears of (archived, removed, invited again); the outbox tells what its
/// sends meet. What is told here is stored, and every replica acts on it within 30 seconds.
/// </summary>
public interface IPlaceHealth
{
    /// <summary>Nothing can be posted there any more. Harmless to repeat: people are told once, until it is revived.</summary>
    /// <param name="place">The channel.</param>
    /// <param name="why">What the platform said, without secrets; shown to operators and managers.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task LostAsync(Place place, string why, CancellationToken cancellation);

    /// <summary>It takes messages again: what waited for it is sent, and who was told of the loss is told. Harmless to repeat, and for a place that was never lost.</summary>
    /// <param name="place">The channel.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task RevivedAsync(Place place, CancellationToken cancellation);
}
