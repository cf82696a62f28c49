using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Handoffs;

namespace Baton.AdaptiveCards;

/// <summary>A card as it is sent: one JSON object in UTF-8.</summary>
public sealed class AdaptiveCardJson
{
    /// <summary>
    /// The most bytes of a card, in UTF-8. Teams takes about 100 KB counted as UTF-16 for a whole message, incoming webhooks and Graph 28 KB;
    /// a card below 28 KB passes everywhere. Source: "Format your bot messages" in the Teams documentation.
    /// </summary>
    public const int MostBytes = 28 * 1024;

    private AdaptiveCardJson(ReadOnlyMemory<byte> utf8) => Utf8 = utf8;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    internal bool Fits => Utf8.Length <= MostBytes;

    /// <summary>What <paramref name="write"/> writes, as UTF-8 in which letters stand as themselves.</summary>
    public static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> write) => WrittenJson.Of(write);

    /// <summary>The card as nodes of its own, for who puts more around it than a text.</summary>
    public JsonObject ToObject() => JsonNode.Parse(Utf8.Span)!.AsObject();

    /// <summary>Writes the card as the next value.</summary>
    public void WriteTo(Utf8JsonWriter json) => json.WriteRawValue(Utf8.Span, skipInputValidation: true);

    internal static AdaptiveCardJson Of(Action<Utf8JsonWriter> write) => new(Written(write));
}
