using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Chat;

/// <summary>
/// A chat platform as the outbox sees it. Implementations render natively and translate every failure into a <see cref="SendResult"/>;
/// sending throws only for a cancelled token.
/// </summary>
public interface IChatPlatform
{
    /// <summary>The name in a <see cref="Place"/>: <c>console</c>, <c>slack</c>, <c>teams</c>.</summary>
    string Name { get; }

    /// <summary>The pace at which a place takes messages; sends to one place are kept at least this far apart.</summary>
    TimeSpan Pace { get; }

    /// <summary>The language that cards in that place are written in when no single reader is known: <c>en</c> or <c>ja</c>.</summary>
    string LocaleOf(Place place);

    /// <summary>Says in a person's language why a send failed, as far as the platform has words for it.</summary>
    /// <param name="why">The reason of a <see cref="SendResult"/>, as it was stored.</param>
    /// <param name="locale">For whom.</param>
    string Explain(string why, string locale) => why;

    /// <summary>Posts a new message. The same <see cref="Post.EffectId"/> may arrive again after an uncertain send.</summary>
    Task<SendResult> PostAsync(Post post, CancellationToken cancellation);

    /// <summary>Replaces a message in place.</summary>
    Task<SendResult> UpdateAsync(MessageRef message, Card card, CancellationToken cancellation);

    /// <summary>Where a person is reached directly; null when the platform does not know the person.</summary>
    /// <exception cref="PlatformUnavailableException">The platform could not be asked now.</exception>
    Task<Place?> DirectPlaceAsync(EmailAddress person, CancellationToken cancellation);

    /// <summary>Looks for a message that an earlier, unrecorded post with that effect id may have made; null when there is none or the platform cannot look.</summary>
    /// <param name="place">Where it would be.</param>
    /// <param name="threadId">The message that it would reply to; null for a top-level one.</param>
    /// <param name="effectId">The post's <see cref="Post.EffectId"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="PlatformUnavailableException">The platform could not be asked now.</exception>
    Task<MessageRef?> FindAsync(Place place, string? threadId, string effectId, CancellationToken cancellation);
}

/// <summary>A message to be posted.</summary>
/// <param name="Place">Where.</param>
/// <param name="ThreadId">The platform's id of the message to reply to; null for a new top-level message.</param>
/// <param name="EffectId">The outbox's name of this send, unique for ever: makes a repeated post recognisable.</param>
/// <param name="Card">What.</param>
public sealed record Post(Place Place, string? ThreadId, string EffectId, Card Card);

/// <summary>A message that exists on a platform.</summary>
/// <param name="Place">Where it is (for a direct message the conversation that the platform answered with).</param>
/// <param name="Id">The platform's id of it.</param>
public sealed record MessageRef(Place Place, string Id);

/// <summary>What became of a send.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>It is there.</summary>
    public sealed record Sent(MessageRef Message) : SendResult;

    /// <summary>The platform asks to wait; nothing was sent. <paramref name="Why"/> is told while it waits; null when it is its turn only that has not come.</summary>
    public sealed record RetryAfter(TimeSpan Wait, string? Why = null) : SendResult;

    /// <summary>It failed before anything was sent; worth another try.</summary>
    public sealed record Failed(string Why) : SendResult;

    /// <summary>Nobody knows whether it was sent: look before sending again.</summary>
    public sealed record Uncertain(string Why) : SendResult;

    /// <summary>The place or message is gone (archived, deleted, person left): no retry helps.</summary>
    public sealed record Gone(string Why) : SendResult;

    /// <summary>The platform does not take Baton's own credential, whatever is sent: nothing was sent, and nothing is said of the place or the message.</summary>
    public sealed record Unauthorized(string Why) : SendResult;

    /// <summary>The platform refuses: configuration or permission must change first.</summary>
    public sealed record Forbidden(string Why) : SendResult;
}
