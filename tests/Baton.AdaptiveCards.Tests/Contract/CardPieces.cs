using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests.Contract;

/// <summary>Everything that a card says, whatever section says it.</summary>
public static class CardPieces
{
    /// <summary>All lines of all sections, labels and headings included.</summary>
    public static IEnumerable<Line> Lines(Card card) => card.Sections.SelectMany(Lines);

    /// <summary>All moments of all sections, to the second.</summary>
    public static IEnumerable<DateTimeOffset> Moments(Card card) =>
        Lines(card).SelectMany(line => line.Spans).OfType<Span.Moment>().Select(moment => Second(moment.At));

    /// <summary>An instant without its fraction of a second, in UTC.</summary>
    public static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private static IEnumerable<Line> Lines(CardSection section) => section switch
    {
        CardSection.Heading heading => [heading.Text],
        CardSection.Paragraph paragraph => paragraph.Lines,
        CardSection.FactList list => list.Facts.SelectMany(fact => new[] { Line.Plain(fact.Label), fact.Value }),
        CardSection.Grid grid => grid.Columns.Select(column => Line.Plain(column.Title)).Concat(grid.Rows.SelectMany(row => row)),
        CardSection.Link link => [Line.Plain(link.Label)],
        CardSection.Bars bars => bars.Items.SelectMany(bar => new[] { bar.Label, Line.Plain(bar.Shown) }),
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };
}
