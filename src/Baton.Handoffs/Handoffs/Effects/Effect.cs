using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs.Effects;

/// <summary>
/// Something to be done in the world because of what happened: written in the same batch as the events, done afterwards by the outbox.
/// Discriminators and property names are stored.
/// </summary>
/// <param name="Id">Unique within the handoff for ever: the version it arose at, and what it is.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ShowCard), "showCard")]
[JsonDerivedType(typeof(Feedback), "feedback")]
[JsonDerivedType(typeof(Nudge), "nudge")]
[JsonDerivedType(typeof(Tell), "tell")]
[JsonDerivedType(typeof(RecordFact), "recordFact")]
[JsonDerivedType(typeof(Suppress), "suppress")]
[JsonDerivedType(typeof(Claim), "claim")]
[JsonDerivedType(typeof(OfferAgain), "offerAgain")]
[JsonDerivedType(typeof(CallHook), "callHook")]
public abstract record Effect(string Id)
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(Effect).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>The stored name of what an effect is, such as <c>showCard</c>.</summary>
    public static string NameOf(Effect effect) => Names[effect.GetType()];

    /// <summary>Not to be done before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The card in the sales channel must show this version, or a later one.</summary>
    public sealed record ShowCard(string Id, int Version) : Effect(Id);

    /// <summary>A reply in the campaign's thread in marketing's channel about the event of that number.</summary>
    public sealed record Feedback(string Id, int Event) : Effect(Id);

    /// <summary>A reminder. Without a recipient it goes under the card in the sales channel, to the whole pool.</summary>
    public sealed record Nudge(string Id, ClockKind Clock, int Percent, LadderAction Action, EmailAddress? Recipient, bool AsManager) : Effect(Id);

    /// <summary>A word to one person about the event of that number: it was assigned to you, you are asked to decide.</summary>
    public sealed record Tell(string Id, int Event, EmailAddress Recipient) : Effect(Id);

    /// <summary>The fact row must be derived from this version, or a later one.</summary>
    public sealed record RecordFact(string Id, int Version) : Effect(Id);

    /// <summary>Never offer this person again.</summary>
    public sealed record Suppress(string Id, EmailAddress Email) : Effect(Id);

    /// <summary>The person is in this handoff (again), if in no other one by now: a repeated lead belongs to it.</summary>
    public sealed record Claim(string Id, EmailAddress Email) : Effect(Id);

    /// <summary>A recycled lead comes back as a new handoff.</summary>
    public sealed record OfferAgain(string Id, HandoffId Next, int Round) : Effect(Id);

    /// <summary>A webhook is told of the event of that number.</summary>
    public sealed record CallHook(string Id, int Event, string Hook) : Effect(Id);
}
