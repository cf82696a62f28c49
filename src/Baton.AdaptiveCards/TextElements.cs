using System.Globalization;
using System.Text.Json;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// Lines as elements. A line becomes a <c>RichTextBlock</c>, which reads no markdown, unless it needs a <c>TextBlock</c>: for a moment, since Teams
/// shows the raw token in a RichTextBlock (microsoft/AdaptiveCards issue 6194), or for a heading, which only a TextBlock can be to a screen reader.
/// </summary>
/// <param name="json">Where they are written.</param>
/// <param name="limit">The most characters of one piece of text.</param>
internal readonly struct TextElements(Utf8JsonWriter json, int limit)
{
    /// <summary>A span where nothing but text is read; a moment does not stand there.</summary>
    public static string Literal(Span span, int limit) => span is Span.Moment ? "" : Spaced(span, limit);

    /// <summary>Writes the element of a line; nothing, and false, when there is nothing to see.</summary>
    public bool Write(Line line, TextLook look)
    {
        if (!IsSeen(line)) return false;
        json.WriteStartObject();
        if (NeedsTextBlock(line, look)) WriteTextBlock(line, look);
        else WriteRichTextBlock(line, look);
        if (look.Spacing is not null) json.WriteString("spacing"u8, look.Spacing);
        json.WriteEndObject();
        return true;
    }

    private bool IsSeen(Line line)
    {
        for (var i = 0; i < line.Spans.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(Text(line.Spans[i], limit))) return true;
        }

        return false;
    }

    private bool NeedsTextBlock(Line line, TextLook look)
    {
        var isInert = look.Heading;
        for (var i = 0; i < line.Spans.Count; i++)
        {
            var span = line.Spans[i];
            if (span is Span.Moment) return true;
            isInert = isInert && (span is Span.Plain || MarkdownText.IsInert(Text(span, limit), limit));
        }

        return isInert;
    }

    private void WriteTextBlock(Line line, TextLook look)
    {
        var pieces = new string[line.Spans.Count];
        for (var i = 0; i < pieces.Length; i++) pieces[i] = Inert(line.Spans[i], look.Bold, limit);
        json.WriteString("type"u8, "TextBlock"u8);
        json.WriteString("text"u8, MarkdownText.Block(string.Concat(pieces)));
        json.WriteBoolean("wrap"u8, true);
        if (look.Heading) json.WriteString("style"u8, "heading"u8);
        WriteStyle(look, look.Bold);
    }

    private void WriteRichTextBlock(Line line, TextLook look)
    {
        json.WriteString("type"u8, "RichTextBlock"u8);
        json.WriteStartArray("inlines"u8);
        for (var i = 0; i < line.Spans.Count; i++)
        {
            var span = line.Spans[i];
            if (Spaced(span, limit) is not { Length: > 0 } text) continue;
            json.WriteStartObject();
            json.WriteString("type"u8, "TextRun"u8);
            json.WriteString("text"u8, text);
            WriteStyle(look, look.Bold || IsStrong(span));
            json.WriteEndObject();
        }

        json.WriteEndArray();
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

    private void WriteStyle(TextLook look, bool strong)
    {
        if (strong) json.WriteString("weight"u8, "bolder"u8);
        if (look.Size is not null) json.WriteString("size"u8, look.Size);
        switch (look.Tone)
        {
            case Tone.Normal:
                break;
            case Tone.Muted:
                json.WriteBoolean("isSubtle"u8, true);
                break;
            case Tone.Good:
                json.WriteString("color"u8, "good"u8);
                break;
            case Tone.Warning:
                json.WriteString("color"u8, "warning"u8);
                break;
            case Tone.Attention:
                json.WriteString("color"u8, "attention"u8);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(look), look.Tone, "a tone that this switch does not know");
        }
    }
}
