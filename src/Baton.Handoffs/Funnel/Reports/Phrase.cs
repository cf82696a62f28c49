using System.Text.RegularExpressions;
using Baton.Handoffs.Chat;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>Fills the placeholders of a text with spans, so that what others wrote stays quoted inside our sentence.</summary>
internal static partial class Phrase
{
    /// <summary>The line of a key. A <see cref="Span"/> or <see cref="Line"/> goes in as it is, anything else as our own text in the texts' culture.</summary>
    public static Line Of(Texts texts, string key, params object?[] values)
    {
        var spans = new List<Span>();
        foreach (var piece in Placeholder().Split(texts[key]).Where(p => p.Length > 0))
        {
            spans.AddRange(piece[0] == '{' ? Filled(texts, piece, values) : [new Span.Plain(piece)]);
        }

        return new Line(spans);
    }

    /// <summary>Lines in one, with our own text between.</summary>
    public static Line Join(string between, IEnumerable<Line> lines)
    {
        var spans = new List<Span>();
        foreach (var line in lines)
        {
            spans.AddRange(spans.Count > 0 ? [new Span.Plain(between), .. line.Spans] : line.Spans);
        }

        return new Line(spans);
    }

    private static IReadOnlyList<Span> Filled(Texts texts, string piece, object?[] values) => values[piece[1] - '0'] switch
    {
        Span span => [span],
        Line line => line.Spans,
        var value => [new Span.Plain(Convert.ToString(value, texts.Culture) ?? "")],
    };

    [GeneratedRegex(@"(\{[0-9]\})", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
