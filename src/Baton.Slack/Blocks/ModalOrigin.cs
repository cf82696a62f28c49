using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Slack.Blocks;

/// <summary>
/// Where a modal came from: what it remembers in <c>private_metadata</c>, which comes back with its submission. It travels through the client, so it says
/// where to answer and what is wanted, never who may.
/// </summary>
/// <param name="Button">The button that opened it.</param>
/// <param name="Channel">The channel of the message with the button; null when it was pressed elsewhere.</param>
/// <param name="MessageTs">That message's <c>ts</c>.</param>
/// <param name="ThreadTs">The <c>ts</c> of the thread that it is in.</param>
/// <param name="ResponseUrl">Where an answer to the press may be posted, for 30 minutes: a secret.</param>
public sealed record ModalOrigin(PressedButton Button, string? Channel, string? MessageTs, string? ThreadTs, string? ResponseUrl)
{
    private const string VerbKey = "v";
    private const string ButtonKey = "b";
    private const string ChannelKey = "c";
    private const string MessageKey = "m";
    private const string ThreadKey = "th";
    private const string ResponseKey = "r";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 5 };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// As <c>private_metadata</c>, of which Slack takes 3,000 characters (https://docs.slack.dev/reference/views/modal-views). A button that Slack sent has
    /// room in it; of the rest, what has none is left out, the response URL first.
    /// </summary>
    public string Write()
    {
        var node = new JsonObject { [VerbKey] = Button.Verb, [ButtonKey] = Button.Node() };
        foreach (var (key, value) in new[] { (ChannelKey, Channel), (MessageKey, MessageTs), (ThreadKey, ThreadTs), (ResponseKey, ResponseUrl) })
        {
            if (value is null) continue;
            node[key] = value;
            if (node.ToJsonString(Compact).Length > BlockLimits.PrivateMetadata) node.Remove(key);
        }

        return node.ToJsonString(Compact);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static ModalOrigin? Read(string privateMetadata)
    {
        if (string.IsNullOrEmpty(privateMetadata) || privateMetadata.Length > BlockLimits.PrivateMetadata) return null;
        try
        {
            using var document = JsonDocument.Parse(privateMetadata, Strict);
            return Read(document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ModalOrigin? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(ButtonKey, out var node)) return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in root.EnumerateObject().Where(field => field.Name != ButtonKey))
        {
            if (field.Value.ValueKind != JsonValueKind.String) return null;
            texts[field.Name] = field.Value.GetString()!;
        }

        return texts.Remove(VerbKey, out var verb) && PressedButton.Read(verb, node) is { } button
            && texts.Keys.All(key => key is ChannelKey or MessageKey or ThreadKey or ResponseKey)
            ? new ModalOrigin(button, texts.GetValueOrDefault(ChannelKey), texts.GetValueOrDefault(MessageKey), texts.GetValueOrDefault(ThreadKey), texts.GetValueOrDefault(ResponseKey))
            : null;
    }
}
