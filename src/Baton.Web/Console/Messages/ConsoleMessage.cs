using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Web.Console.Messages;

/// <summary>A message of the console, as stored.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Id">Its name within the place; text order is time order (see <see cref="ConsoleMessageId"/>).</param>
/// <param name="EffectId">What caused it, unique within the place: the outbox's effect, or the key a browser made for what was typed.</param>
/// <param name="ThreadId">The id of the message that it replies to; null for a top-level message.</param>
/// <param name="Author">Who wrote it; null for Baton.</param>
/// <param name="Text">What a person typed; null for a card.</param>
/// <param name="Card">What Baton says; null for a person's message.</param>
/// <param name="Version">The version of what the card shows; never goes down.</param>
/// <param name="At">When it was posted.</param>
public sealed record ConsoleMessage(
    Place Place,
    string Id,
    string EffectId,
    string? ThreadId,
    EmailAddress? Author,
    string? Text,
    Card? Card,
    int Version,
    DateTimeOffset At);
