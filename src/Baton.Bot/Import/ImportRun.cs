using System.Runtime.CompilerServices;
using Baton.Bot.Intake;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Bot.Import;

/// <summary>Takes the leads of a file: for the API and the command line alike.</summary>
/// <param name="batch">Takes leads.</param>
/// <param name="options">How files are read, validated.</param>
/// <param name="required">The paths that every handoff needs.</param>
internal sealed class ImportRun(LeadBatch batch, ImportOptions options, IReadOnlyList<string> required)
{
    private readonly ImportMappings mappings = new(options);

    /// <summary>Reads a file and takes its leads, in memory that does not grow with it.</summary>
    /// <param name="file">The file; it must be able to seek.</param>
    /// <param name="how">How to read it.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="now">When it arrived.</param>
    /// <param name="progress">Told how far it is, after each row, several at a time.</param>
    /// <param name="cancellation">Ends the work; what was taken stays taken.</param>
    internal async Task<ImportResult> RunAsync(
        Stream file, ImportChoice how, Person by, DateTimeOffset now, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (how.Source is { Length: > LeadLimits.MaxKeyText })
        {
            return new ImportResult.Refused([new FieldError("source", FieldError.Shown(how.Source), LeadRules.Key)]);
        }

        var request = new ImportRequest(how.Source is { } source ? mappings.WithSource(options, source) : mappings, how.Mapping, required, now);
        switch (await LeadFile.OpenAsync(file, request, cancellation))
        {
            case LeadFileOpening.Refused refused:
                return new ImportResult.Refused(refused.Errors);
            case LeadFileOpening.Ready ready:
                var tally = new ImportTally(progress);
                var failure = await batch.TakeAsync(CountedAsync(ready.Rows, tally, cancellation), by, tally.Tell, cancellation);
                return new ImportResult.Ran(tally.Report(ready), failure);
            default:
                throw new InvalidOperationException("A file is refused or read.");
        }
    }

    private static async IAsyncEnumerable<(int Line, LeadReading Reading)> CountedAsync(
        IAsyncEnumerable<ImportRow> rows, ImportTally tally, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            tally.Read();
            yield return (row.Line, row.Reading);
        }
    }
}

/// <summary>How a file is to be read.</summary>
/// <param name="Mapping">The name of a mapping; null to recognise it by the headings.</param>
/// <param name="Source">The source of all of its leads, over whatever the file says; null to leave it to the file.</param>
internal sealed record ImportChoice(string? Mapping, string? Source);

/// <summary>What came of an import.</summary>
internal abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>Refused as a whole; nothing was taken.</summary>
    internal sealed record Refused(IReadOnlyList<FieldError> Errors) : ImportResult;

    /// <summary>Read, to the end or until the store failed with <paramref name="Failure"/>.</summary>
    internal sealed record Ran(ImportReport Report, Exception? Failure) : ImportResult;
}
