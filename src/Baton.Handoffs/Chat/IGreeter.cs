using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Chat;

/// <summary>
/// Greets those who add Baton for themselves on one platform. What is still to be said is stored there, and its wake-up (<see cref="Handoffs.Store.WakeKind.Greeting"/>) beside it.
/// A platform on which nobody is greeted registers none.
/// </summary>
public interface IGreeter
{
    /// <summary>The platform's name in a <see cref="Place"/>.</summary>
    string Platform { get; }

    /// <summary>Says what is still to be said in the chat with one person.</summary>
    /// <param name="place">The chat.</param>
    /// <param name="cancellation">Stops between messages.</param>
    /// <returns>When to look again; null when nothing is left to be said.</returns>
    Task<DateTimeOffset?> GreetAsync(Place place, CancellationToken cancellation);
}
