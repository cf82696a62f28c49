using System.Text.Json;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// A bar of block characters, followed by its number. Columns with a background would be wider by the host's own
/// padding, 20 pixels on each side in Microsoft's package, and so could not show a small share.
/// </summary>
internal static class TextBar
{
    /// <summary>The element of a bar.</summary>
    public static void Write(Utf8JsonWriter json, Bar bar, double largest, int limit)
    {
        var blocks = BarText.Of(bar.Value, largest);
        json.WriteStartObject();
        json.WriteString("type"u8, "RichTextBlock"u8);
        json.WriteStartArray("inlines"u8);
        if (blocks.Length > 0) WriteRun(json, blocks, "accent");
        WriteRun(json, (blocks.Length > 0 ? " " : "") + MarkdownText.Literal(bar.Shown, limit));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, string text, string? color = null)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TextRun"u8);
        json.WriteString("text"u8, text);
        if (color is not null) json.WriteString("color"u8, color);
        json.WriteEndObject();
    }
}
