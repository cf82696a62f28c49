using Baton.Handoffs.Leads;

namespace Baton.Tables;

/// <summary>The two marks in a person's partition, as they were read.</summary>
/// <param name="Current">The present handoff's row, or null.</param>
/// <param name="IsSuppressed">Whether the person must not be offered.</param>
internal sealed record PersonMarks(TableRow? Current, bool IsSuppressed)
{
    public static readonly PersonMarks None = new(null, false);

    /// <summary>Reads both in one query.</summary>
    public static async Task<PersonMarks> ReadAsync(ITableEngine engine, EmailAddress email, CancellationToken ct)
    {
        var marks = None;
        await foreach (var row in engine.ReadAllAsync(BatonTables.Lookup, LeadKeys.Person(email), LeadKeys.Marks, ct))
            marks = row.RowKey == LeadKeys.Current ? marks with { Current = row } : marks with { IsSuppressed = true };
        return marks;
    }
}
