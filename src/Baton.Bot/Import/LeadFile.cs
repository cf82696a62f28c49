using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>Opens a CSV file with leads: finds encoding, delimiter and mapping, then reads row by row.</summary>
public static class LeadFile
{
    private const int StartSize = 4096;
    private const string CsvRule = "CSV with a heading row; in Excel: Save as, CSV UTF-8";

    /// <summary>Opens a file. Its encoding is checked to the end first, so that a file is refused before anything of it is taken.</summary>
    /// <param name="file">The file; it must be able to seek, and stays open.</param>
    /// <param name="request">How to read it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static async Task<LeadFileOpening> OpenAsync(Stream file, ImportRequest request, CancellationToken cancel)
    {
        if (!file.CanSeek)
        {
            throw new ArgumentException("A file is read twice, so its stream must be able to seek.", nameof(file));
        }

        var start = new byte[StartSize];
        file.Position = 0;
        var length = await file.ReadAtLeastAsync(start, StartSize, throwOnEndOfStream: false, cancel);
        if (length == 0)
        {
            return new LeadFileOpening.Refused("file", "empty", CsvRule);
        }

        if (FileKind.NotCsv(start.AsSpan(0, length)) is { } other)
        {
            return new LeadFileOpening.Refused("file", other, CsvRule);
        }

        var (found, bad) = await FileEncoding.DetectAsync(file, start.AsMemory(0, length), cancel);
        return found is null
            ? new LeadFileOpening.Refused("file", $"byte {bad + 1} is no character", "text in UTF-8, UTF-16 or CP932 (Shift_JIS)")
            : await OpenAsync(file, found, request, cancel);
    }

    private static async Task<LeadFileOpening> OpenAsync(Stream file, FileEncoding found, ImportRequest request, CancellationToken cancel)
    {
        var rows = new LeadRows(file, found);
        var headings = await rows.ReadHeadingsAsync(cancel);
        var (mapping, refused) = Recognise(headings, request);
        if (mapping is not null)
        {
            var columns = FileHeadings.Columns(headings, mapping);
            var errors = FileHeadings.Errors(columns, mapping, request.Required);
            if (errors.Count == 0)
            {
                return new LeadFileOpening.Ready(mapping.Name, found.Encoding.WebName, rows.Delimiter, rows.ReadAsync(new RowReader(mapping, columns, request.Now), cancel));
            }

            refused = new LeadFileOpening.Refused(errors);
        }

        await rows.CloseAsync();
        return refused!;
    }

    private static (ImportMapping? Mapping, LeadFileOpening.Refused? Refused) Recognise(IReadOnlyList<string> headings, ImportRequest request)
    {
        var names = string.Join(", ", request.Mappings.Names);
        if (headings.All(string.IsNullOrWhiteSpace))
        {
            return (null, new LeadFileOpening.Refused("file", "no heading row", CsvRule));
        }

        return request.Mapping is { } name
            ? (request.Mappings.Find(name), new LeadFileOpening.Refused("mapping", name, $"one of {names}"))
            : (request.Mappings.Recognise(headings), new LeadFileOpening.Refused("headings", string.Join(", ", headings), $"those of a known export ({names}) or of {ImportOptions.Section}:Mappings"));
    }
}
