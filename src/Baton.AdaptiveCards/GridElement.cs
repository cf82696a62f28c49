using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>A table as a <c>Table</c> of Adaptive Cards 1.5.</summary>
internal sealed class GridElement(CardLimits limits, Texts texts)
{
    /// <summary>The table with its heading row; rows that do not fit are counted in a last one.</summary>
    public JsonObject Of(CardSection.Grid grid)
    {
        var columns = grid.Columns.Take(limits.Columns).ToList();
        var rows = grid.Rows.Take(limits.Rows).Select(row => Row(columns.Select((_, i) => i < row.Count ? row[i] : "")));
        if (grid.Rows.Count > limits.Rows)
        {
            rows = rows.Append(Row(columns.Select((_, i) => i == 0 ? (Line)texts.Format("More", grid.Rows.Count - limits.Rows) : "")));
        }

        return new JsonObject
        {
            ["type"] = "Table",
            ["spacing"] = "small",
            ["firstRowAsHeader"] = true,
            ["showGridLines"] = false,
            ["columns"] = new JsonArray([.. columns.Select(Column)]),
            ["rows"] = new JsonArray([Row(columns.Select(column => Line.Plain(column.Title)), bold: true), .. rows]),
        };
    }

    private static JsonObject Column(Column column)
    {
        var definition = new JsonObject { ["width"] = column.Numeric ? 2 : 3 };
        if (column.Numeric) definition["horizontalCellContentAlignment"] = "right";
        return definition;
    }

    private JsonObject Row(IEnumerable<Line> cells, bool bold = false) => new()
    {
        ["type"] = "TableRow",
        ["cells"] = new JsonArray([.. cells.Select(cell => new JsonObject
        {
            ["type"] = "TableCell",
            ["items"] = TextElements.Of(cell, new TextLook(Bold: bold), limits.Text) is { } text ? new JsonArray(text) : [],
        })]),
    };
}
