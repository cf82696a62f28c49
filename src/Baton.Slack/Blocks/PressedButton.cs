using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Baton.Handoffs.Handoffs;

namespace Baton.Slack.Blocks;

/// <summary>
/// What a pressed button says: its <c>action_id</c> carries the verb, its <c>value</c> the rest. Whoever can send an interaction can send any text there,
/// so it says what is wanted and never who may.
/// </summary>
/// <param name="Handoff">The handoff whose card was pressed; null for a button that is about the person.</param>
/// <param name="Topic">Which view of it (<c>Card.Topic</c>); empty for its own card.</param>
/// <param name="Verb">What is to be done.</param>
/// <param name="Data">The button's fixed values.</param>
public sealed partial record PressedButton(HandoffId? Handoff, string Topic, string Verb, IReadOnlyDictionary<string, string> Data)
{
    private const char Numbered = '#';
    private const string HandoffKey = "h";
    private const string TopicKey = "t";
    private const string DataKey = "d";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Reads a button's <c>action_id</c> and <c>value</c>; null when they cannot be from a button of Baton's: no verb, no such form, or longer than
    /// Slack lets a button's value be (2,000 characters, https://docs.slack.dev/reference/block-kit/block-elements/button-element).
    /// </summary>
    public static PressedButton? Read(string actionId, string? value)
    {
        if (VerbOf(actionId) is not { } verb) return null;
        if (string.IsNullOrEmpty(value)) return new PressedButton(null, "", verb, NoData);
        if (value.Length > BlockLimits.ButtonValue) return null;
        try
        {
            using var document = JsonDocument.Parse(value, Strict);
            return Read(verb, document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The <c>value</c> of such a button.</summary>
    internal string Value => Node().ToJsonString(Compact);

    /// <summary>
    /// The <c>action_id</c> of the <paramref name="number"/>th button of one verb, counted from 1: it must be unique within its block
    /// (https://docs.slack.dev/reference/block-kit/block-elements/button-element). Null when the verb cannot be sent.
    /// </summary>
    internal static string? ActionId(string verb, int number) => WellFormed().IsMatch(verb) ? number > 1 ? $"{verb}{Numbered}{number}" : verb : null;

    /// <summary>The button as JSON.</summary>
    internal JsonObject Node()
    {
        var node = new JsonObject();
        if (Handoff is { } handoff) node[HandoffKey] = handoff.Value;
        if (Topic.Length > 0) node[TopicKey] = Topic;
        if (Data.Count > 0) node[DataKey] = new JsonObject([.. Data.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))]);
        return node;
    }

    /// <summary>Reads what <see cref="Node"/> wrote; null when it is something else.</summary>
    internal static PressedButton? Read(string verb, JsonElement node)
    {
        if (!WellFormed().IsMatch(verb) || node.ValueKind != JsonValueKind.Object) return null;
        HandoffId? handoff = null;
        var topic = "";
        var data = NoData;
        foreach (var field in node.EnumerateObject())
        {
            switch (field.Name)
            {
                case HandoffKey when field.Value.ValueKind == JsonValueKind.String && HandoffId.IsWellFormed(field.Value.GetString()):
                    handoff = new HandoffId(field.Value.GetString()!);
                    break;
                case TopicKey when field.Value.ValueKind == JsonValueKind.String:
                    topic = field.Value.GetString()!;
                    break;
                case DataKey when DataOf(field.Value) is { } read:
                    data = read;
                    break;
                default:
                    return null;
            }
        }

        return new PressedButton(handoff, topic, verb, data);
    }

    private static Dictionary<string, string> NoData => new(StringComparer.Ordinal);

    private static string? VerbOf(string actionId)
    {
        var end = actionId.IndexOf(Numbered, StringComparison.Ordinal);
        var verb = end < 0 ? actionId : actionId[..end];
        return WellFormed().IsMatch(verb) ? verb : null;
    }

    private static Dictionary<string, string>? DataOf(JsonElement node)
    {
        if (node.ValueKind != JsonValueKind.Object) return null;
        var data = NoData;
        foreach (var field in node.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.String) return null;
            data[field.Name] = field.Value.GetString()!;
        }

        return data;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.:-]{1,80}\z")]
    private static partial Regex WellFormed();
}
