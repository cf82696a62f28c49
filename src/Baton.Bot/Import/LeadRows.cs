using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Baton.Handoffs.Leads;
using CsvHelper;

namespace Baton.Bot.Import;

/// <summary>Walks the records of a CSV file. The delimiter is found by the reader: comma, semicolon, tab or bar, or what <c>sep=</c> says.</summary>
internal sealed class LeadRows
{
    // A record may be this long in bytes before reading gives up: what is too large for a lead is still named by its line below it.
    private const int MaxRecordBytes = 8 * LeadLimits.MaxLeadSize;
    private readonly CsvReader reader;
    private bool neverClosed;

    internal LeadRows(Stream file, FileEncoding found)
    {
        file.Position = found.Preamble;
        reader = CsvReader.Create(file, new CsvReaderOptions
        {
            Encoding = found.Encoding is UTF8Encoding ? null : found.Encoding,
            FormatProvider = CultureInfo.InvariantCulture,
            MaxRecordSize = MaxRecordBytes,
            TrackLineNumbers = true,
            OnMalformedRecord = bad => neverClosed |= bad.Reason == CsvMalformedReason.UnterminatedQuote,
        }, leaveOpen: true);
    }

    internal char Delimiter => reader.Separator;

    /// <summary>The headings; none when the file has no record or a heading without end.</summary>
    internal async Task<IReadOnlyList<string>> ReadHeadingsAsync(CancellationToken cancel)
    {
        try
        {
            await reader.ReadHeaderAsync(cancel);
            return neverClosed ? [] : [.. reader.Headers];
        }
        catch (CsvFormatException)
        {
            return [];
        }
    }

    internal async IAsyncEnumerable<ImportRow> ReadAsync(RowReader rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using (reader)
        {
            while (await NextAsync(cancel))
            {
                yield return neverClosed ? Endless() : new ImportRow((int)reader.LineNumber, rows.Read(reader));
                if (neverClosed)
                {
                    yield break;
                }
            }
        }
    }

    internal ValueTask CloseAsync() => reader.DisposeAsync();

    private async ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(cancel);
        }
        catch (CsvFormatException)
        {
            neverClosed = true;
            return true;
        }
    }

    private ImportRow Endless() => new((int)reader.LineNumber, new LeadReading.Wrong([new FieldError(
        "row", "a quote that is never closed", $"closed quotes, and rows of {LeadRules.Size}; the rest of the file was swallowed by this one, so reading stops here")]));
}
