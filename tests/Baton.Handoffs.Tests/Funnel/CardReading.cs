using Baton.Handoffs.Chat;

namespace Baton.Handoffs.Tests.Funnel;

/// <summary>Reads cards as a person would.</summary>
internal static class CardReading
{
    /// <summary>A line as text; an instant in round-trip form.</summary>
    public static string Text(this Line line) => string.Concat(line.Spans.Select(span => span switch
    {
        Span.Plain plain => plain.Text,
        Span.Quoted quoted => quoted.Text,
        Span.Someone someone => someone.Name,
        Span.Moment moment => moment.At.ToString("O"),
        _ => throw new InvalidOperationException(),
    }));

    /// <summary>Every line, top to bottom, tables cell by cell.</summary>
    public static IEnumerable<Line> Lines(this Card card) => card.Sections.SelectMany(section => section switch
    {
        CardSection.Heading heading => [heading.Text],
        CardSection.Paragraph paragraph => paragraph.Lines,
        CardSection.FactList list => list.Facts.SelectMany(f => new[] { f.Label, f.Value }),
        CardSection.Grid grid => grid.Columns.Select(c => Line.Plain(c.Title)).Concat(grid.Rows.SelectMany(r => r)),
        CardSection.Bars bars => bars.Items.SelectMany(b => new[] { b.Label, b.Shown }),
        CardSection.Link link => [link.Label],
        _ => Array.Empty<Line>(),
    });

    public static IEnumerable<string> AllText(this Card card) => card.Lines().Select(l => l.Text());

    public static IEnumerable<Span> Spans(this Card card) => card.Lines().Append(card.Summary).SelectMany(l => l.Spans);

    /// <summary>The value beside a label.</summary>
    public static string Fact(this Card card, string label) =>
        card.Sections.OfType<CardSection.FactList>().SelectMany(l => l.Facts).First(f => f.Label == label).Value.Text();

    /// <summary>The cells of a row by its first cell, in the table with that first column.</summary>
    public static IReadOnlyList<string> Row(this Card card, string column, string first) =>
        [.. card.Sections.OfType<CardSection.Grid>().First(g => g.Columns[0].Title == column).Rows.First(r => r[0].Text() == first).Select(c => c.Text())];
}
