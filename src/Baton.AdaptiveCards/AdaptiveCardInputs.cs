using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Handoffs;

namespace Baton.AdaptiveCards;

/// <summary>
/// What a press of a card's button carries: <c>action.data</c> of an <c>adaptiveCard/action</c> invoke, or <c>value</c> of the message that an
/// <c>Action.Submit</c> sends. Clients merge the inputs into the button's data as strings. None of it may be trusted: it says what is wanted, never who may.
/// </summary>
public static class AdaptiveCardInputs
{
    /// <summary>The verb of the refresh that a client asks for by itself: answered with the card, changes nothing.</summary>
    public const string RefreshVerb = "refresh";

    internal const string HandoffKey = "handoff";
    internal const string TopicKey = "topic";
    internal const string VerbKey = "verb";
    internal const string FormKey = "form";
    internal const string SubmitSuffix = "submit";
    private const char Separator = '.';

    /// <summary>The handoff whose card was pressed; null for a report's, or when what was sent has not the form of an id.</summary>
    public static HandoffId? Handoff(JsonObject data) => Text(data[HandoffKey]) is { } id && HandoffId.IsWellFormed(id) ? new HandoffId(id) : null;

    /// <summary>Which view of the handoff was pressed (<c>Card.Topic</c>); empty for its own card.</summary>
    public static string Topic(JsonObject data) => Text(data[TopicKey]) ?? "";

    /// <summary>The pressed button's verb; null when there is none.</summary>
    public static string? Verb(JsonObject data) => Text(data[VerbKey]);

    /// <summary>
    /// The pressed button's own data and the answers of its form, by input id; answers of other forms of the card are left out, and so are
    /// questions without an answer (clients send an empty text for them).
    /// </summary>
    public static IReadOnlyDictionary<string, string> Read(JsonObject data)
    {
        var form = Text(data[FormKey]) is { } id ? id + Separator : null;
        var read = new Dictionary<string, string>(Fixed(data), StringComparer.Ordinal);
        foreach (var (key, value) in data)
        {
            if (form is not null && key.StartsWith(form, StringComparison.Ordinal) && Text(value) is { Length: > 0 } text) read[key[form.Length..]] = text;
        }

        return read;
    }

    /// <summary>The pressed button's own data, without the answers of any form.</summary>
    public static IReadOnlyDictionary<string, string> Fixed(JsonObject data)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in data)
        {
            if (IsReserved(key) || key.Contains(Separator, StringComparison.Ordinal) || Text(value) is not { } text) continue;
            own[key] = text;
        }

        return own;
    }

    internal static bool IsReserved(string key) => key is HandoffKey or TopicKey or VerbKey or FormKey;

    internal static string InputId(string prefix, string input) => prefix + Separator + input;

    private static string? Text(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => null,
    };
}
