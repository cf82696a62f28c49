using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// A bar of block characters, followed by its number. Columns with a background would be wider by the host's own
/// padding, 20 pixels on each side in Microsoft's package, and so could not show a small share.
/// </summary>
internal static class TextBar
{
    /// <summary>The element of a bar.</summary>
    public static JsonObject Of(Bar bar, double largest, int limit)
    {
        var blocks = BarText.Of(bar.Value, largest);
        var shown = new JsonObject { ["type"] = "TextRun", ["text"] = (blocks.Length > 0 ? " " : "") + MarkdownText.Literal(bar.Shown, limit) };
        return new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = blocks.Length > 0 ? new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = blocks, ["color"] = "accent" }, shown) : new JsonArray(shown),
        };
    }
}
