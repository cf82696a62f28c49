using System.Buffers;
using System.Globalization;

namespace Baton.Handoffs.Funnel;

/// <summary>
/// Writes tables as CSV (RFC 4180) that a spreadsheet opens right and in which no text acts: a cell that a spreadsheet would take
/// for a formula gets an apostrophe in front (OWASP, CSV Injection; the full-width signs act in Japanese spreadsheets).
/// </summary>
public static class CsvWriter
{
    private const string StartsFormula = "=+-@\t\r\n＝＋－＠";
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n\t;");

    /// <summary>Writes rows of text; null is an empty cell. Starts with a byte order mark, without which Excel reads UTF-8 as the local code page.</summary>
    public static void Write(TextWriter to, IEnumerable<IReadOnlyList<string?>> rows)
    {
        to.Write('\uFEFF');
        foreach (var row in rows)
        {
            WriteRow(to, row);
        }
    }

    /// <summary>The text as a cell in which nothing acts. Plain numbers such as <c>-5</c> stay numbers.</summary>
    public static string Inert(string text) =>
        text.Length > 0 && StartsFormula.Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) ? "'" + text : text;

    private static void WriteRow(TextWriter to, IReadOnlyList<string?> row)
    {
        for (var at = 0; at < row.Count; at++)
        {
            if (at > 0)
            {
                to.Write(',');
            }

            WriteCell(to, Inert(row[at] ?? ""), row.Count == 1);
        }

        to.Write("\r\n");
    }

    // A lone empty cell is quoted: its row would be a blank line, which readers skip.
    private static void WriteCell(TextWriter to, string cell, bool alone)
    {
        var quoted = cell.Length == 0 ? alone : cell.AsSpan().ContainsAny(NeedsQuotes) || char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]);
        to.Write(quoted ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
    }

    private static bool IsNumber(string text) =>
        text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1]) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
