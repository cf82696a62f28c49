using System.Globalization;

namespace Baton.Benchmarks.Product;

/// <summary>Writes files of any length in HubSpot's form: the sample's qualified rows over and over, each with an id, a person and a time of its own.</summary>
internal static class LeadCsv
{
    private const int Companies = 20_000;
    private const string Qualified = "Became a Marketing Qualified Lead Date";
    private static readonly string[] Needed = ["First Name", "Last Name", "Email", "Phone Number", "Company name", "Job Title", "Number of Employees", Qualified];

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="firstId">The first row's id; the others count up from it.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="now">When they became qualified.</param>
    public static void Write(string path, int firstId, int rows, DateTimeOffset now)
    {
        // Rows without a quote, so that a comma is always between two fields.
        string[][] lines = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "samples/hubspot-leads.csv")).Where(l => !l.Contains('"', StringComparison.Ordinal)).Select(l => l.Split(','))];
        var headings = lines[0];
        var at = headings.Index().ToDictionary(h => h.Item, h => h.Index, StringComparer.Ordinal);
        var sample = lines.Skip(1).Where(l => l.Length == headings.Length && Array.TrueForAll(Needed, n => l[at[n]].Length > 0)).ToList();
        var qualified = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        using var csv = new StreamWriter(path);
        csv.WriteLine(string.Join(',', headings));
        for (var row = 0; row < rows; row++)
        {
            var id = firstId + row;
            var fields = (string[])sample[row % sample.Count].Clone();
            fields[at["Record ID"]] = id.ToString(CultureInfo.InvariantCulture);
            fields[at["Email"]] = string.Create(CultureInfo.InvariantCulture, $"p{id}.{fields[at["Email"]].Trim()}");
            fields[at["Company name"]] += string.Create(CultureInfo.InvariantCulture, $" {id % Companies}");
            fields[at[Qualified]] = qualified;
            csv.WriteLine(string.Join(',', fields));
        }
    }
}
