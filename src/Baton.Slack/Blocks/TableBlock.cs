using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>
/// A grid as a table block: at most 100 rows of 20 cells, whose texts may not be empty, and one table a message, in messages only
/// (https://docs.slack.dev/reference/block-kit/blocks/table-block).
/// </summary>
internal sealed class TableBlock(Room room, Texts texts)
{
    private const int CellText = 200;

    /// <summary>The table with its heading row; rows and columns that do not fit are counted in a last one.</summary>
    public JsonObject Of(CardSection.Grid grid)
    {
        var columns = Columns(grid);
        var rows = new List<JsonNode> { Row(columns.Select(column => Line.Plain(column.Title)), strong: true) };
        var shown = 0;
        foreach (var row in grid.Rows)
        {
            var isLast = shown == grid.Rows.Count - 1;
            IReadOnlyList<Line> cells = [.. columns.Select((_, i) => i < row.Count && i < grid.Columns.Count ? row[i] : "")];
            if (rows.Count + (isLast ? 0 : 1) >= BlockLimits.TableRows || room.Left < CellText + cells.Sum(cell => RichText.Length(cell, texts.Locale, CellText))) break;
            rows.Add(Row(cells));
            shown++;
        }

        if (shown < grid.Rows.Count) rows.Add(Row(columns.Select((_, i) => i == 0 ? (Line)texts.Format("More", grid.Rows.Count - shown) : "")));
        return new JsonObject
        {
            ["type"] = "table",
            ["rows"] = new JsonArray([.. rows]),
            ["column_settings"] = new JsonArray([.. columns.Select(Setting)]),
        };
    }

    private List<Column> Columns(CardSection.Grid grid)
    {
        if (grid.Columns.Count <= BlockLimits.TableCells) return [.. grid.Columns];
        var shown = BlockLimits.TableCells - 1;
        return [.. grid.Columns.Take(shown), new Column(texts.Format("More", grid.Columns.Count - shown))];
    }

    private static JsonNode Setting(Column column) =>
        new JsonObject { ["align"] = column.Numeric ? "right" : "left", ["is_wrapped"] = !column.Numeric };

    private JsonArray Row(IEnumerable<Line> cells, bool strong = false) => new([.. cells.Select(cell => Cell(cell, strong))]);

    /// <summary>Raw text where that is enough; rich text for a moment or emphasis.</summary>
    private JsonObject Cell(Line line, bool strong)
    {
        if (strong || line.Spans.Any(span => span is Span.Moment or Span.Plain { Strong: true } or Span.Quoted { Strong: true }))
        {
            return new RichText(room, texts.Locale).Add(Short(line), strong).Block();
        }

        var text = room.Take(string.Concat(line.Spans.Select(RichText.Literal)), CellText);
        return new JsonObject { ["type"] = "raw_text", ["text"] = string.IsNullOrWhiteSpace(text) ? " " : text };
    }

    private static Line Short(Line line) => new([.. line.Spans.Select(span => span switch
    {
        Span.Plain plain => plain with { Text = InertText.Cut(plain.Text, CellText) },
        Span.Quoted quoted => quoted with { Text = LeadText.OneLine(quoted.Text, CellText / 2) },
        _ => span,
    })]);
}
