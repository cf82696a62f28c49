using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>
/// The sections of a card as blocks, at most one block each. Facts are lines of rich text and not the two columns of a section block's fields, which
/// a phone shows one below the other, label and value on a line each: a handoff would be twice as long there.
/// </summary>
/// <param name="room">The text that there is room for.</param>
/// <param name="texts">The words that a rendering adds.</param>
/// <param name="tables">Whether the surface shows tables.</param>
/// <param name="headers">Whether the card's own title is a header, rather than a line in bold.</param>
internal sealed class SectionBlocks(Room room, Texts texts, bool tables, bool headers)
{
    private const int MostItems = 60;
    private const int LeastRoom = 60;
    private const int Container = 40;

    private bool hasTable = !tables;

    /// <summary>At most so many blocks, top to bottom; sections that do not fit are counted in a last one.</summary>
    public List<JsonObject> Of(IReadOnlyList<CardSection> sections, int most)
    {
        var blocks = new List<JsonObject>();
        for (var i = 0; i < sections.Count; i++)
        {
            var last = i == sections.Count - 1;
            if (blocks.Count + (last ? 1 : 2) > most || room.Left < LeastRoom)
            {
                if (blocks.Count < most) blocks.Add(BlockElements.Context(InertText.Mrkdwn(texts.Format("More", sections.Count - i))));
                break;
            }

            room.TryTake(Container);
            if (Of(sections[i]) is { } block) blocks.Add(block);
        }

        return blocks;
    }

    private JsonObject? Of(CardSection section) => section switch
    {
        CardSection.Heading heading => Heading(heading),
        CardSection.Paragraph { Tone: Tone.Muted } muted => Muted(muted),
        CardSection.Paragraph paragraph => Paragraph(paragraph),
        CardSection.FactList list => Facts(list),
        CardSection.Grid grid => Grid(grid),
        CardSection.Bars bars => Bars(bars),
        CardSection.Link link => Shown(Text().Link(link.Address, link.Label)),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "a kind of section that this switch does not know"),
    };

    private JsonObject? Heading(CardSection.Heading heading)
    {
        if (!headers || heading.Level > 1) return Shown(Text().Add(heading.Text, strong: true));
        var title = string.Concat(heading.Text.Spans.Select(span => span is Span.Moment moment ? DateTokens.Fallback(moment, texts.Locale) : RichText.Literal(span)));
        return string.IsNullOrWhiteSpace(title) ? null : BlockElements.Header(room.Take(title, BlockLimits.Header));
    }

    private JsonObject? Muted(CardSection.Paragraph paragraph)
    {
        var text = new Mrkdwn(Math.Min(BlockLimits.Text, room.Left), texts.Locale);
        foreach (var line in Some(paragraph.Lines)) text.Add(line);
        room.TryTake(text.ToString().Length);
        return text.IsEmpty ? null : BlockElements.Context(text.ToString());
    }

    private JsonObject? Paragraph(CardSection.Paragraph paragraph)
    {
        if (paragraph.Lines.All(IsBlank)) return null;
        var text = Text();
        if (Emoji(paragraph.Tone) is { } emoji) text.Emoji(emoji);
        return Shown(Lines(text, Some(paragraph.Lines)));
    }

    private JsonObject? Facts(CardSection.FactList list)
    {
        var text = Text();
        foreach (var (fact, i) in list.Facts.Take(MostItems).Select((fact, i) => (fact, i)))
        {
            if (i > 0) text.Break();
            text.Add(InertText.Ours(texts.Format("Label", fact.Label)), strong: true).Add(IsBlank(fact.Value) ? "–" : fact.Value);
        }

        if (list.Facts.Count > MostItems) text.Break().Add(texts.Format("More", list.Facts.Count - MostItems));
        return Shown(text);
    }

    private JsonObject? Grid(CardSection.Grid grid)
    {
        if (grid.Columns.Count == 0) return null;
        if (hasTable) return GridText.Of(grid, room, texts);
        hasTable = true;
        return new TableBlock(room, texts).Of(grid);
    }

    /// <summary>
    /// Text, because the block with charts is missing from the published types (npm package @slack/types, 3.2.0) and older clients
    /// show nothing instead. The bars stand first, so that all begin at one edge and can be compared.
    /// </summary>
    private JsonObject? Bars(CardSection.Bars bars)
    {
        var largest = BarText.Largest(bars.Items);
        var lines = bars.Items.Select(bar => new Line([new Span.Plain($"{BarText.Of(bar.Value, largest)} ".TrimStart()), new Span.Plain(bar.Shown, true), new Span.Plain(" · "), .. bar.Label.Spans]));
        return Shown(Lines(Text(), Some([.. lines])));
    }

    /// <summary>A sign of its own shape for each, so that colour alone tells nothing.</summary>
    private static string? Emoji(Tone tone) => tone switch
    {
        Tone.Good => "white_check_mark",
        Tone.Warning => "warning",
        Tone.Attention => "red_circle",
        _ => null,
    };

    private static RichText Lines(RichText text, IEnumerable<Line> lines)
    {
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            if (i > 0) text.Break();
            text.Add(line);
        }

        return text;
    }

    private IEnumerable<Line> Some(IReadOnlyList<Line> lines) =>
        lines.Count > MostItems ? lines.Take(MostItems).Append(texts.Format("More", lines.Count - MostItems)) : lines;

    private static bool IsBlank(Line line) => line.Spans.All(span => span is not Span.Moment && string.IsNullOrWhiteSpace(RichText.Literal(span)));

    private RichText Text() => new(room, texts.Locale);

    private static JsonObject? Shown(RichText text) => text.IsEmpty ? null : text.Block();
}
