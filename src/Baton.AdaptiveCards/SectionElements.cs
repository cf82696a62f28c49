using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>The sections of a card as elements.</summary>
internal sealed class SectionElements(CardLimits limits, Texts texts, bool hasCharts)
{
    /// <summary>The elements of all sections, top to bottom.</summary>
    public IEnumerable<JsonNode> Of(IReadOnlyList<CardSection> sections)
    {
        foreach (var element in sections.Take(limits.Sections).SelectMany(Of)) yield return element;
        if (sections.Count > limits.Sections) yield return More(sections.Count - limits.Sections);
    }

    private IEnumerable<JsonNode> Of(CardSection section) => section switch
    {
        CardSection.Heading heading => Heading(heading),
        CardSection.Paragraph paragraph => Paragraph(paragraph),
        CardSection.FactList list => Facts(list),
        CardSection.Grid grid => [new GridElement(limits, texts).Of(grid)],
        CardSection.Bars bars => Bars(bars),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "a kind of section that this switch does not know"),
    };

    private IEnumerable<JsonNode> Heading(CardSection.Heading heading)
    {
        var look = new TextLook(Bold: true, Size: heading.Level == 1 ? "large" : "medium", Heading: true, Spacing: heading.Level == 1 ? null : "medium");
        return Some(TextElements.Of(heading.Text, look, limits.Text));
    }

    private IEnumerable<JsonNode> Paragraph(CardSection.Paragraph paragraph)
    {
        var shown = paragraph.Lines.Take(limits.Items)
            .SelectMany((line, i) => Some(TextElements.Of(line, new TextLook(paragraph.Tone, Spacing: i == 0 ? "small" : "none"), limits.Text)));
        return WithMore(shown, paragraph.Lines.Count - limits.Items);
    }

    /// <summary>
    /// One row of columns each, and no <c>FactSet</c>: a fact there is a markdown string, so a lead's text could not be shown as it was written.
    /// </summary>
    private IEnumerable<JsonNode> Facts(CardSection.FactList list)
    {
        var rows = list.Facts.Take(limits.Items).Select((fact, i) => Row(
            i == 0 ? "small" : "none",
            (3, TextElements.Of(fact.Label, new TextLook(Tone.Muted), limits.Text)),
            (7, TextElements.Of(fact.Value, new TextLook(), limits.Text) ?? Nothing())));
        return WithMore(rows, list.Facts.Count - limits.Items);
    }

    /// <summary>The label and the number are text of their own, so that a screen reader tells everything without the picture.</summary>
    private IEnumerable<JsonNode> Bars(CardSection.Bars bars)
    {
        var largest = BarText.Largest(bars.Items);
        var shown = bars.Items.Take(limits.Rows).ToList();
        var rows = shown.Select((bar, i) => Row(
            i == 0 ? "small" : "none",
            (4, TextElements.Of(bar.Label, new TextLook(), limits.Text) ?? Nothing()),
            (6, TextBar.Of(bar, largest, limits.Text))));
        return WithMore(hasCharts && ChartElement.Of(shown, rows, limits.Text) is { } chart ? [chart] : rows, bars.Items.Count - limits.Rows);
    }

    private static JsonObject Row(string spacing, params (int Weight, JsonNode? Item)[] columns) => new JsonObject
    {
        ["type"] = "ColumnSet",
        ["spacing"] = spacing,
        ["columns"] = new JsonArray([.. columns.Select(column => new JsonObject
        {
            ["type"] = "Column",
            ["width"] = column.Weight,
            ["items"] = column.Item is null ? [] : new JsonArray(column.Item),
        })]),
    };

    private IEnumerable<JsonNode> WithMore(IEnumerable<JsonNode> shown, int more) => more > 0 ? shown.Append(More(more)) : shown;

    private JsonObject More(int more) => TextElements.Of(texts.Format("More", more), new TextLook(Tone.Muted, Spacing: "small"), limits.Text)!;

    private static JsonObject Nothing() => TextElements.Of("–", new TextLook(Tone.Muted), 1)!;

    private static IEnumerable<JsonNode> Some(JsonObject? element) => element is null ? [] : [element];
}
