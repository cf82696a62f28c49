using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Handoffs.Routing;

/// <summary>Where a message can be put: a platform and that platform's own id, written <c>console:sales</c> or <c>slack:C0123</c>.</summary>
/// <param name="Platform">The platform's name, lower case, without a colon.</param>
/// <param name="Id">The platform's id of the channel or person.</param>
[JsonConverter(typeof(PlaceJsonConverter))]
public readonly record struct Place(string Platform, string Id)
{
    /// <summary>Reads <c>platform:id</c>; throws <see cref="FormatException"/> for anything else.</summary>
    public static Place Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1
            ? new Place(text[..colon], text[(colon + 1)..])
            : throw new FormatException($"'{text}' is not a place such as console:sales.");
    }

    /// <inheritdoc />
    public override string ToString() => $"{Platform}:{Id}";
}

/// <summary>Writes a place as its text.</summary>
public sealed class PlaceJsonConverter : JsonConverter<Place>
{
    /// <inheritdoc />
    public override Place Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Place.Parse(reader.GetString() ?? "");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Place value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Who gets a lead, and why.</summary>
/// <param name="Pool">The pool whose members may take it.</param>
/// <param name="Sales">The channel that its card is posted to.</param>
/// <param name="Marketing">The channel with the feedback threads.</param>
/// <param name="Calendar">The calendar on which the pool works.</param>
/// <param name="Trace">Every rule that was asked, in order, with what it answered; the last one matched.</param>
public sealed record Route(string Pool, Place Sales, Place Marketing, string Calendar, IReadOnlyList<RouteStep> Trace)
{
    /// <summary>Where its card goes while <see cref="Sales"/> takes no messages; null means directly to the pool's people.</summary>
    public Place? Fallback { get; init; }
}

/// <summary>What one routing rule said of a lead.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Matched">Whether it took the lead.</param>
/// <param name="Because">Which condition decided, with the lead's value, in plain English (a technical trace).</param>
public sealed record RouteStep(string Rule, bool Matched, string Because)
{
    /// <summary>The same in parts, from which it is told in any language; null where it was not stored, by an earlier release or for an erased person.</summary>
    public IReadOnlyList<RouteFinding>? Findings { get; init; }

    /// <summary>A step with its trace.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="matched">Whether it took the lead.</param>
    /// <param name="findings">All that held, or what did not.</param>
    public static RouteStep Of(string rule, bool matched, IReadOnlyList<RouteFinding> findings) =>
        new(rule, matched, RouteReason.Of(findings, RouteReason.Plain)) { Findings = findings };

    /// <summary>Why it matched or not, in a reader's language as far as it is known in parts.</summary>
    /// <param name="locale">For whom.</param>
    public string Why(string locale) => Findings is null ? Because : RouteReason.Of(Findings, locale);

    /// <summary>Rule and reason, as people read them.</summary>
    /// <param name="locale">For whom.</param>
    public string Told(string locale) => Why(locale) is { Length: > 0 } because ? $"{Rule}: {because}" : Rule;
}
