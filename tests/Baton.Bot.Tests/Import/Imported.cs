using System.Text;
using Baton.Bot.Import;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Tests.Import;

/// <summary>Reads files the way the import does.</summary>
internal static class Imported
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    internal static byte[] Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Bot.sln is in no folder above the tests.");
        }

        return File.ReadAllBytes(Path.Combine(folder.FullName, "samples", name));
    }

    internal static async Task<LeadFileOpening> OpenAsync(byte[] file, string? mapping = null, ImportOptions? options = null) => await LeadFile.OpenAsync(
        new MemoryStream(file), new ImportRequest(new ImportMappings(options ?? new ImportOptions()), mapping, MissingFields.Default, Now), CancellationToken.None);

    internal static async Task<IReadOnlyList<FieldError>> RefusedAsync(byte[] file, string? mapping = null, ImportOptions? options = null) =>
        Assert.IsType<LeadFileOpening.Refused>(await OpenAsync(file, mapping, options)).Errors;

    internal static Task<IReadOnlyList<FieldError>> RefusedAsync(string file, string? mapping = null) => RefusedAsync(Encoding.UTF8.GetBytes(file), mapping);

    internal static async Task<List<ImportRow>> RowsAsync(byte[] file, string? mapping = null, ImportOptions? options = null)
    {
        var rows = new List<ImportRow>();
        var opening = await OpenAsync(file, mapping, options);
        await foreach (var row in Assert.IsType<LeadFileOpening.Ready>(opening).Rows)
        {
            rows.Add(row);
        }

        return rows;
    }

    internal static Task<List<ImportRow>> RowsAsync(string file, string? mapping = null, ImportOptions? options = null) => RowsAsync(Encoding.UTF8.GetBytes(file), mapping, options);

    internal static Lead Lead(this ImportRow row) => Assert.IsType<LeadReading.Ok>(row.Reading).Lead;

    internal static IReadOnlyList<FieldError> Errors(this ImportRow row) => Assert.IsType<LeadReading.Wrong>(row.Reading).Errors;

    /// <summary>Everything of the rows as text, for comparing two readings of one file.</summary>
    internal static string Print(IEnumerable<ImportRow> rows) => System.Text.Json.JsonSerializer.Serialize(rows.Select(r => new { r.Line, Lead = (r.Reading as LeadReading.Ok)?.Lead, (r.Reading as LeadReading.Wrong)?.Errors }));
}
