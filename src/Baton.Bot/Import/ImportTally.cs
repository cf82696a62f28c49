using Baton.Bot.Intake;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>Counts what becomes of rows, told by several lanes at once.</summary>
internal sealed class ImportTally(IProgress<ImportProgress>? progress)
{
    private readonly Lock guard = new();

    // All guarded by guard.
    private readonly List<WrongValue> wrong = [];
    private ImportCounts counts = new(0, 0, 0, 0, 0, 0);
    private int rows;
    private int repeated;
    private int? notTakenFrom;

    /// <summary>A row was read.</summary>
    internal void Read()
    {
        lock (guard)
        {
            rows++;
        }
    }

    /// <summary>That became of the row on that line.</summary>
    internal void Tell(int line, LeadOutcome outcome)
    {
        ImportProgress reached;
        lock (guard)
        {
            Count(line, outcome);
            reached = new ImportProgress(rows, counts.Taken, counts.Invalid);
        }

        progress?.Report(reached);
    }

    /// <summary>Everything so far.</summary>
    internal ImportReport Report(LeadFileOpening.Ready file)
    {
        lock (guard)
        {
            return new ImportReport
            {
                Mapping = file.Mapping,
                Encoding = file.Encoding,
                Rows = rows,
                Results = counts,
                Repeated = repeated,
                Wrong = [.. wrong],
                NotTakenFrom = notTakenFrom,
            };
        }
    }

    private void Count(int line, LeadOutcome outcome)
    {
        switch (outcome)
        {
            case LeadOutcome.Taken taken:
                counts = counts.Plus(taken.Answer.Result);
                repeated += taken.Answer.Repeated ? 1 : 0;
                break;
            case LeadOutcome.Wrong refused:
                if (counts.Invalid < ImportReport.MaxWrongRows)
                {
                    wrong.AddRange(refused.Errors.Select(e => new WrongValue(line, FieldError.Shown(e.Field), e.Value, e.Rule)));
                }

                counts = counts with { Invalid = counts.Invalid + 1 };
                break;
            default:
                notTakenFrom = Math.Min(line, notTakenFrom ?? line);
                break;
        }
    }
}

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Taken">Leads stored.</param>
/// <param name="Wrong">Rows refused.</param>
internal sealed record ImportProgress(int Rows, int Taken, int Wrong);
