using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;

namespace Baton.Slack.Events;

/// <summary>Parts a long answer into several messages, in order, so that nothing of it is cut: a message of Slack's has room for so much text and so many blocks.</summary>
internal static class CardPages
{
    /// <summary>The most messages of one answer; over a response URL Slack takes five, one of which may have said that it takes a while.</summary>
    public const int Most = 4;

    /// <summary>The most rows of a table in one message: Slack takes a hundred, the heading among them.</summary>
    public const int Rows = 40;

    // Well below what a message holds: marks and labels come on top.
    private const int Text = 5_500;
    private const int Sections = 15;

    /// <summary>The messages; the last one has the buttons. What would need more than <see cref="Most"/> is cut by the renderer, which says so.</summary>
    public static IReadOnlyList<SlackMessage> Of(Card card)
    {
        var pages = new List<List<CardSection>> { new() };
        var used = 0;
        foreach (var section in card.Sections.SelectMany(Parts))
        {
            var size = Size(section);
            var last = pages[^1];
            var isFull = used + size > Text || last.Count == Sections || (section is CardSection.Grid && last.Exists(s => s is CardSection.Grid));
            if (isFull && last.Count > 0 && pages.Count < Most)
            {
                // A heading belongs to what follows it.
                var heading = last[^1] is CardSection.Heading { Level: > 1 } && last.Count > 1 ? last[^1] : null;
                pages.Add(heading is null ? [] : [heading]);
                used = 0;
                if (heading is not null)
                {
                    last.RemoveAt(last.Count - 1);
                }
            }

            pages[^1].Add(section);
            used += size;
        }

        return [.. pages.Select((sections, at) => BlockKitRenderer.Render(card with { Sections = sections, Actions = at == pages.Count - 1 ? card.Actions : [] }))];
    }

    private static IEnumerable<CardSection> Parts(CardSection section)
    {
        switch (section)
        {
            case CardSection.Grid grid when grid.Rows.Count > 0:
                var rows = new List<IReadOnlyList<Line>>();
                var used = 0;
                foreach (var row in grid.Rows)
                {
                    var size = row.Sum(Size);
                    if (rows.Count > 0 && (rows.Count == Rows || used + size > Text))
                    {
                        yield return grid with { Rows = rows };
                        (rows, used) = ([], 0);
                    }

                    rows.Add(row);
                    used += size;
                }

                yield return grid with { Rows = rows };
                break;
            default:
                yield return section;
                break;
        }
    }

    private static int Size(CardSection section) => section switch
    {
        CardSection.Heading heading => Size(heading.Text),
        CardSection.Paragraph paragraph => paragraph.Lines.Sum(Size),
        CardSection.FactList list => list.Facts.Sum(f => f.Label.Length + Size(f.Value)),
        CardSection.Grid grid => grid.Columns.Sum(c => c.Title.Length) + grid.Rows.Sum(row => row.Sum(Size)),
        CardSection.Bars bars => bars.Items.Sum(b => Size(b.Label) + b.Shown.Length + 20),
        CardSection.Link link => link.Label.Length + link.Address.AbsoluteUri.Length,
        _ => throw new InvalidOperationException($"There is no size of {section.GetType().Name}."),
    };

    private static int Size(Line line) => line.Spans.Sum(span => span switch
    {
        Span.Plain plain => plain.Text.Length,
        Span.Quoted quoted => quoted.Text.Length,
        Span.Someone someone => someone.Name.Length,
        _ => 40,
    }) + 2;
}
