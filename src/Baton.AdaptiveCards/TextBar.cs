using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// A bar of block characters (U+2588 to U+258F, an eighth each), followed by its number. Columns with a background would be wider by the host's own
/// padding, 20 pixels on each side in Microsoft's package, and so could not show a small share.
/// </summary>
internal static class TextBar
{
    /// <summary>How many characters the longest bar has; fits beside its number in a chat column of 320 pixels.</summary>
    public const int Longest = 10;

    /// <summary>The element of a bar.</summary>
    public static JsonObject Of(Bar bar, double largest, int limit)
    {
        var blocks = Blocks(bar.Value, largest);
        var shown = new JsonObject { ["type"] = "TextRun", ["text"] = (blocks.Length > 0 ? " " : "") + MarkdownText.Literal(bar.Shown, limit) };
        return new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = blocks.Length > 0 ? new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = blocks, ["color"] = "accent" }, shown) : new JsonArray(shown),
        };
    }

    /// <summary>The share of the largest as blocks; whatever is above nothing has at least the thinnest one.</summary>
    public static string Blocks(double value, double largest)
    {
        if (!(value > 0) || !(largest > 0)) return "";
        var eighths = Math.Max(1, (int)Math.Round(Math.Min(1, value / largest) * Longest * 8));
        var rest = eighths % 8;
        return new string('█', eighths / 8) + (rest == 0 ? "" : (char)('█' + 8 - rest));
    }
}
