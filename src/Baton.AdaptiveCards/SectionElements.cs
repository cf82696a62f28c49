using System.Text.Json;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>The sections of a card as elements.</summary>
internal sealed class SectionElements(Utf8JsonWriter json, CardLimits limits, Texts texts, bool hasCharts)
{
    private readonly TextElements text = new(json, limits.Text);

    /// <summary>The elements of all sections, top to bottom.</summary>
    public void Write(IReadOnlyList<CardSection> sections)
    {
        foreach (var section in sections.Take(limits.Sections)) Write(section);
        WriteMore(sections.Count - limits.Sections);
    }

    private void Write(CardSection section)
    {
        switch (section)
        {
            case CardSection.Heading heading:
                text.Write(heading.Text, heading.Level == 1 ? TextLook.CardTitle : TextLook.PartTitle);
                break;
            case CardSection.Paragraph paragraph:
                WriteParagraph(paragraph);
                break;
            case CardSection.FactList list:
                WriteFacts(list);
                break;
            case CardSection.Grid grid:
                new GridElement(json, limits, texts).Write(grid);
                break;
            case CardSection.Bars bars:
                WriteBars(bars);
                break;
            case CardSection.Link link:
                WriteLink(link);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(section), section, "a kind of section that this switch does not know");
        }
    }

    private void WriteParagraph(CardSection.Paragraph paragraph)
    {
        var isFirst = true;
        foreach (var line in paragraph.Lines.Take(limits.Items))
        {
            text.Write(line, new TextLook(paragraph.Tone, Spacing: Spacing(isFirst)));
            isFirst = false;
        }

        WriteMore(paragraph.Lines.Count - limits.Items);
    }

    /// <summary>
    /// One row of columns each, and no <c>FactSet</c>: a fact there is a markdown string, so a lead's text could not be shown as it was written.
    /// </summary>
    private void WriteFacts(CardSection.FactList list)
    {
        var isFirst = true;
        foreach (var fact in list.Facts.Take(limits.Items))
        {
            StartRow(isFirst);
            StartColumn(3);
            text.Write(fact.Label, TextLook.Muted);
            EndColumn();
            StartColumn(7);
            if (!text.Write(fact.Value, TextLook.Normal)) WriteNothing();
            EndColumn();
            EndRow();
            isFirst = false;
        }

        WriteMore(list.Facts.Count - limits.Items);
    }

    /// <summary>The label and the number are text of their own, so that a screen reader tells everything without the picture.</summary>
    private void WriteBars(CardSection.Bars bars)
    {
        var largest = BarText.Largest(bars.Items);
        var shown = bars.Items.Take(limits.Rows).ToList();
        if (hasCharts && ChartElement.CanShow(shown)) ChartElement.Write(json, shown, () => WriteRows(shown, largest), limits.Text);
        else WriteRows(shown, largest);
        WriteMore(bars.Items.Count - limits.Rows);
    }

    /// <summary>A button of its own kind that a client opens itself, since 1.0 ("Action.OpenUrl" in the Adaptive Cards documentation).</summary>
    private void WriteLink(CardSection.Link link)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "ActionSet"u8);
        json.WriteStartArray("actions"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.OpenUrl"u8);
        json.WriteString("title"u8, link.Label);
        json.WriteString("url"u8, link.Address.AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRows(List<Bar> bars, double largest)
    {
        var isFirst = true;
        foreach (var bar in bars)
        {
            StartRow(isFirst);
            StartColumn(4);
            if (!text.Write(bar.Label, TextLook.Normal)) WriteNothing();
            EndColumn();
            StartColumn(6);
            TextBar.Write(json, bar, largest, limits.Text);
            EndColumn();
            EndRow();
            isFirst = false;
        }
    }

    private static string Spacing(bool isFirst) => isFirst ? "small" : "none";

    private void StartRow(bool isFirst)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "ColumnSet"u8);
        json.WriteString("spacing"u8, Spacing(isFirst));
        json.WriteStartArray("columns"u8);
    }

    private void EndRow()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void StartColumn(int weight)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Column"u8);
        json.WriteNumber("width"u8, weight);
        json.WriteStartArray("items"u8);
    }

    private void EndColumn()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteMore(int more)
    {
        if (more > 0) text.Write(texts.Format("More", more), TextLook.More);
    }

    private void WriteNothing() => new TextElements(json, 1).Write("–", TextLook.Muted);
}
