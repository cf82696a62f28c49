using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>How a line looks.</summary>
internal sealed record TextLook(Tone Tone = Tone.Normal, bool Bold = false, string? Size = null, bool Heading = false, string? Spacing = null, string? Align = null);

/// <summary>
/// Lines as elements. A line becomes a <c>RichTextBlock</c>, which reads no markdown, unless it needs a <c>TextBlock</c>: for a moment, since Teams
/// shows the raw token in a RichTextBlock (microsoft/AdaptiveCards issue 6194), or for a heading, which only a TextBlock can be to a screen reader.
/// </summary>
internal static class TextElements
{
    /// <summary>The element of a line; null when there is nothing to see.</summary>
    public static JsonObject? Of(Line line, TextLook look, int limit)
    {
        if (line.Spans.All(span => string.IsNullOrWhiteSpace(Text(span, limit)))) return null;
        return NeedsTextBlock(line, look, limit) ? TextBlock(line, look, limit) : RichTextBlock(line, look, limit);
    }

    /// <summary>A span where nothing but text is read; a moment does not stand there.</summary>
    public static string Literal(Span span, int limit) => span is Span.Moment ? "" : Spaced(span, limit);

    private static bool NeedsTextBlock(Line line, TextLook look, int limit) => line.Spans.Any(span => span is Span.Moment)
        || (look.Heading && line.Spans.All(span => span is Span.Plain || MarkdownText.IsInert(Text(span, limit), limit)));

    private static JsonObject TextBlock(Line line, TextLook look, int limit)
    {
        var text = MarkdownText.Block(string.Concat(line.Spans.Select(span => Inert(span, look.Bold, limit))));
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        if (look.Heading) block["style"] = "heading";
        return Place(Style(block, look, look.Bold), look);
    }

    private static JsonObject RichTextBlock(Line line, TextLook look, int limit)
    {
        var runs = line.Spans
            .Select(span => (Text: Spaced(span, limit), Strong: look.Bold || IsStrong(span)))
            .Where(run => run.Text.Length > 0)
            .Select(run => Style(new JsonObject { ["type"] = "TextRun", ["text"] = run.Text }, look, run.Strong));
        return Place(new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. runs]) }, look);
    }

    private static string Text(Span span, int limit) => span switch
    {
        Span.Plain plain => plain.Text,
        Span.Quoted quoted => MarkdownText.Literal(quoted.Text, limit),
        Span.Someone someone => MarkdownText.Literal(someone.Name, limit),
        Span.Moment moment => Token(moment),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "a kind of span that this switch does not know"),
    };

    /// <summary>Our own pieces keep the blanks at their ends: they are what separates the spans of a line.</summary>
    private static string Spaced(Span span, int limit) =>
        span is Span.Plain plain ? KeepEnds(plain.Text, MarkdownText.Literal(plain.Text, limit * 4)) : Text(span, limit);

    private static string Inert(Span span, bool bold, int limit)
    {
        if (span is Span.Moment moment) return Token(moment);
        var inert = span is Span.Plain plain ? MarkdownText.Inert(plain.Text, limit * 4) : MarkdownText.InertQuote(Text(span, limit), limit);
        var shown = IsStrong(span) && !bold ? MarkdownText.Strong(inert) : inert;
        return span is Span.Plain ours ? KeepEnds(ours.Text, shown) : shown;
    }

    private static string KeepEnds(string original, string text)
    {
        if (original.Length == 0) return text;
        var before = char.IsWhiteSpace(original[0]) ? " " : "";
        return text.Length == 0 ? before : before + text + (char.IsWhiteSpace(original[^1]) ? " " : "");
    }

    private static bool IsStrong(Span span) => span is Span.Plain { Strong: true } or Span.Quoted { Strong: true };

    /// <summary>
    /// The reader's own date and time. RFC 3339 without fractions of a second, no blank inside but the one after the comma, or the token is shown raw.
    /// Source: "Text features" in the Adaptive Cards documentation.
    /// </summary>
    private static string Token(Span.Moment moment)
    {
        var at = moment.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return moment.Style switch
        {
            MomentStyle.Date => $"{{{{DATE({at}, SHORT)}}}}",
            MomentStyle.Time => $"{{{{TIME({at})}}}}",
            _ => $"{{{{DATE({at}, SHORT)}}}} {{{{TIME({at})}}}}",
        };
    }

    private static JsonObject Style(JsonObject text, TextLook look, bool strong)
    {
        if (strong) text["weight"] = "bolder";
        if (look.Size is not null) text["size"] = look.Size;
        if (look.Tone == Tone.Muted) text["isSubtle"] = true;
        else if (look.Tone != Tone.Normal) text["color"] = look.Tone.ToString().ToLowerInvariant();
        return text;
    }

    private static JsonObject Place(JsonObject block, TextLook look)
    {
        if (look.Spacing is not null) block["spacing"] = look.Spacing;
        if (look.Align is not null) block["horizontalAlignment"] = look.Align;
        return block;
    }
}
