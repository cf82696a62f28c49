using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.AdaptiveCards;

/// <summary>How cards are written as bytes.</summary>
public static class AdaptiveCardJson
{
    /// <summary>
    /// The most bytes of a card, in UTF-8. Teams takes about 100 KB counted as UTF-16 for a whole message, incoming webhooks and Graph 28 KB;
    /// a card below 28 KB passes everywhere. Source: "Format your bot messages" in the Teams documentation.
    /// </summary>
    public const int MostBytes = 28 * 1024;

    /// <summary>
    /// Letters of every script as themselves: a card in Japanese would otherwise be twice as long. The bytes are meant for
    /// <c>application/json</c>, never for the inside of an HTML page.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card as UTF-8.</summary>
    public static byte[] ToUtf8(JsonNode card) => JsonSerializer.SerializeToUtf8Bytes(card, Options);
}
