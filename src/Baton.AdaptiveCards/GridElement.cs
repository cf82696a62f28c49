using System.Text.Json;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>A table as a <c>Table</c> of Adaptive Cards 1.5.</summary>
internal sealed class GridElement(Utf8JsonWriter json, CardLimits limits, Texts texts)
{
    /// <summary>The most columns that a phone shows without breaking words.</summary>
    public const int MostOnPhone = 5;

    private readonly TextElements text = new(json, limits.Text);

    /// <summary>
    /// The table with its heading row; rows that do not fit are counted in a last one. One that is too broad for a phone is turned when that makes it narrow enough: what was a row is a column then.
    /// </summary>
    public void Write(CardSection.Grid grid)
    {
        if (grid.Columns.Count > MostOnPhone && grid.Rows.Count is > 0 and < MostOnPhone) WriteTurned(grid);
        else WriteUpright(grid);
    }

    private void WriteUpright(CardSection.Grid grid)
    {
        var columns = grid.Columns.Take(limits.Columns).ToList();
        StartTable(columns.Select(column => column.Numeric));
        WriteRow(columns.Select(column => Line.Plain(column.Title)), bold: true);
        foreach (var row in grid.Rows.Take(limits.Rows)) WriteRow(columns.Select((_, i) => Cell(row, i)));
        if (grid.Rows.Count > limits.Rows)
        {
            WriteRow(columns.Select((_, i) => i == 0 ? (Line)texts.Format("More", grid.Rows.Count - limits.Rows) : ""));
        }

        EndTable();
    }

    private void WriteTurned(CardSection.Grid grid)
    {
        var columns = grid.Columns.Take(limits.Columns).ToList();
        var isNumeric = columns.Skip(1).All(column => column.Numeric);
        StartTable([columns[0].Numeric, .. grid.Rows.Select(_ => isNumeric)]);
        WriteRow([Line.Plain(columns[0].Title), .. grid.Rows.Select(row => Cell(row, 0))], bold: true);
        for (var i = 1; i < columns.Count; i++) WriteRow([Line.Plain(columns[i].Title), .. grid.Rows.Select(row => Cell(row, i))]);
        EndTable();
    }

    private static Line Cell(IReadOnlyList<Line> row, int at) => at < row.Count ? row[at] : "";

    private void StartTable(IEnumerable<bool> columns)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Table"u8);
        json.WriteString("spacing"u8, "small"u8);
        json.WriteBoolean("firstRowAsHeader"u8, true);
        json.WriteBoolean("showGridLines"u8, false);
        json.WriteStartArray("columns"u8);
        foreach (var isNumeric in columns)
        {
            json.WriteStartObject();
            json.WriteNumber("width"u8, isNumeric ? 2 : 3);
            if (isNumeric) json.WriteString("horizontalCellContentAlignment"u8, "right"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows"u8);
    }

    private void EndTable()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRow(IEnumerable<Line> cells, bool bold = false)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TableRow"u8);
        json.WriteStartArray("cells"u8);
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "TableCell"u8);
            json.WriteStartArray("items"u8);
            text.Write(cell, new TextLook(Bold: bold));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
