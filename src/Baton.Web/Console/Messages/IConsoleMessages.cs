using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;

namespace Baton.Web.Console.Messages;

/// <summary>Where the console's messages are kept. Every call concerns one place, so that a place can be one partition.</summary>
public interface IConsoleMessages
{
    /// <summary>
    /// Stores a message once: false, and nothing changed, when the place holds one of that <see cref="ConsoleMessage.Id"/> or of that
    /// <see cref="ConsoleMessage.EffectId"/> already, also when both are being added at the same instant.
    /// </summary>
    Task<bool> AddAsync(ConsoleMessage message, CancellationToken cancellation);

    /// <summary>Replaces a message's card, compare-and-swap: a lower version never replaces a higher one, an equal one does.</summary>
    Task<ConsoleReplacement> ReplaceAsync(Place place, string id, Card card, int version, CancellationToken cancellation);

    /// <summary>The message of that id, or null.</summary>
    Task<ConsoleMessage?> GetAsync(Place place, string id, CancellationToken cancellation);

    /// <summary>The message that the effect made, or null.</summary>
    Task<ConsoleMessage?> FindAsync(Place place, string effectId, CancellationToken cancellation);

    /// <summary>The newest <paramref name="take"/> messages of a place, replies included, that are older than <paramref name="beforeId"/> when that is given; newest last.</summary>
    Task<IReadOnlyList<ConsoleMessage>> ListAsync(Place place, string? beforeId, int take, CancellationToken cancellation);
}
