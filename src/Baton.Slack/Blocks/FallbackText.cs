using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>The whole card as text: notifications show its first line, screen readers read all of it and nothing of the blocks.</summary>
internal static class FallbackText
{
    /// <summary>At most 4,000 characters of mrkdwn, the summary first and only once.</summary>
    public static string Of(Card card, Texts texts)
    {
        var text = new Mrkdwn(BlockLimits.FallbackText, card.Locale).Add(card.Summary);
        var told = text.Length;
        foreach (var line in card.Sections.SelectMany(section => Lines(section, texts)).TakeWhile(_ => !text.IsFull))
        {
            var before = text.Length;
            text.Add(line);
            if (text.RepeatsStart(told, before)) text.CutTo(before);
        }

        return text.IsEmpty ? "–" : text.ToString();
    }

    private static IEnumerable<Line> Lines(CardSection section, Texts texts) => section switch
    {
        CardSection.Heading heading => [heading.Text],
        CardSection.Paragraph paragraph => paragraph.Lines,
        CardSection.FactList list => list.Facts.Select(fact => Labelled(fact.Label, fact.Value, texts)),
        CardSection.Grid grid => grid.Rows.Select(row => Row(grid.Columns, row, texts)),
        CardSection.Bars bars => bars.Items.Select(bar => new Line([.. bar.Label.Spans, new Span.Plain($" {bar.Shown}")])),
        CardSection.Link link => [link.Label],
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "a kind of section that this switch does not know"),
    };

    private static Line Row(IReadOnlyList<Column> columns, IReadOnlyList<Line> row, Texts texts) =>
        new([.. row.Zip(columns).SelectMany((cell, i) => Labelled((i > 0 ? ", " : "") + cell.Second.Title, cell.First, texts).Spans)]);

    private static Line Labelled(string label, Line value, Texts texts) => new([new Span.Plain(texts.Format("Label", label)), .. value.Spans]);
}
