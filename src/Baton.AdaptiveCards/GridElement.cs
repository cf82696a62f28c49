using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>A table as a <c>Table</c> of Adaptive Cards 1.5.</summary>
internal sealed class GridElement(CardLimits limits, Texts texts)
{
    /// <summary>The most columns that a phone shows without breaking words.</summary>
    public const int MostOnPhone = 5;

    /// <summary>
    /// The table with its heading row; rows that do not fit are counted in a last one. One that is too broad for a phone is turned when that makes it narrow enough: what was a row is a column then.
    /// </summary>
    public JsonObject Of(CardSection.Grid grid) => grid.Columns.Count > MostOnPhone && grid.Rows.Count is > 0 and < MostOnPhone ? Turned(grid) : Upright(grid);

    private JsonObject Upright(CardSection.Grid grid)
    {
        var columns = grid.Columns.Take(limits.Columns).ToList();
        var rows = grid.Rows.Take(limits.Rows).Select(row => Row(columns.Select((_, i) => Cell(row, i))));
        if (grid.Rows.Count > limits.Rows)
        {
            rows = rows.Append(Row(columns.Select((_, i) => i == 0 ? (Line)texts.Format("More", grid.Rows.Count - limits.Rows) : "")));
        }

        return Table(columns.Select(Column), Row(columns.Select(column => Line.Plain(column.Title)), bold: true), rows);
    }

    private JsonObject Turned(CardSection.Grid grid)
    {
        var columns = grid.Columns.Take(limits.Columns).ToList();
        var isNumeric = columns.Skip(1).All(column => column.Numeric);
        return Table(
            [Column(columns[0]), .. grid.Rows.Select(_ => Column(new Column("", isNumeric)))],
            Row([Line.Plain(columns[0].Title), .. grid.Rows.Select(row => Cell(row, 0))], bold: true),
            columns.Skip(1).Select((column, i) => Row([Line.Plain(column.Title), .. grid.Rows.Select(row => Cell(row, i + 1))])));
    }

    private static Line Cell(IReadOnlyList<Line> row, int at) => at < row.Count ? row[at] : "";

    private static JsonObject Table(IEnumerable<JsonObject> columns, JsonObject heading, IEnumerable<JsonObject> rows) => new()
    {
        ["type"] = "Table",
        ["spacing"] = "small",
        ["firstRowAsHeader"] = true,
        ["showGridLines"] = false,
        ["columns"] = new JsonArray([.. columns]),
        ["rows"] = new JsonArray([heading, .. rows]),
    };

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
