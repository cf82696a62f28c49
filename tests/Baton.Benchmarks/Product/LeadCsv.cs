using System.Globalization;
using CsvHelper;

namespace Baton.Benchmarks.Product;

/// <summary>Writes files of any length in HubSpot's form: the sample's qualified rows over and over, each with an id, a person and a time of its own.</summary>
internal static class LeadCsv
{
    private const int Companies = 20_000;
    private static readonly string[] Needed = ["First Name", "Last Name", "Email", "Phone Number", "Company name", "Job Title", "Number of Employees", "Became a Marketing Qualified Lead Date"];

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="firstId">The first row's id; the others count up from it.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="now">When they became qualified.</param>
    public static void Write(string path, int firstId, int rows, DateTimeOffset now)
    {
        var (headings, sample) = Sample();
        var at = headings.Index().ToDictionary(h => h.Item, h => h.Index, StringComparer.Ordinal);
        var qualified = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);
        Put(csv, headings);
        for (var row = 0; row < rows; row++)
        {
            var id = firstId + row;
            var fields = (string[])sample[row % sample.Count].Clone();
            fields[at["Record ID"]] = id.ToString(CultureInfo.InvariantCulture);
            fields[at["Email"]] = string.Create(CultureInfo.InvariantCulture, $"p{id}.{fields[at["Email"]]}");
            fields[at["Company name"]] += string.Create(CultureInfo.InvariantCulture, $" {id % Companies}");
            fields[at["Became a Marketing Qualified Lead Date"]] = qualified;
            Put(csv, fields);
        }
    }

    private static (string[] Headings, List<string[]> Rows) Sample()
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(AppContext.BaseDirectory, "samples/hubspot-leads.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<string[]>();
        while (csv.Read())
        {
            if (csv.GetField("Lifecycle Stage") == "Marketing Qualified Lead" && Array.TrueForAll(Needed, n => !string.IsNullOrWhiteSpace(csv.GetField(n))))
            {
                rows.Add(csv.Parser.Record!);
            }
        }

        return (csv.HeaderRecord!, rows);
    }

    private static void Put(CsvWriter csv, string[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
