using Baton.Handoffs.Funnel;

namespace Baton.Tables;

/// <summary>
/// Keeps one fact among those of open handoffs while it is written: shown before the fact itself, so that a process that dies in between is
/// followed by a try that does both. Whoever loses the race for the fact puts right what it showed too early; in a file both are one transaction,
/// and nothing is shown too early.
/// </summary>
internal sealed class OpenFacts(ITableEngine engine, HandoffFact fact)
{
    // Used by one call at a time.
    private bool touched;

    /// <summary>Writes the fact over what was there, and before it what is shown; false when somebody else was quicker.</summary>
    /// <param name="there">The fact's row as it was read.</param>
    /// <param name="row">The fact's new row.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<bool> WriteAsync(TableRow? there, TableAction row, CancellationToken ct)
    {
        var week = FactRows.Week(fact.Week);
        TableAction? shown = fact.WaitsForSales ? Shown(fact)
            : there is not null && FactRows.IsFact(there) && FactRows.Fact(there).WaitsForSales ? Hidden
            : null;
        if (shown is null)
            return await engine.TryCommitAsync(BatonTables.Facts, week, [row], ct);
        touched = true;
        if (await engine.TryCommitInOrderAsync(new TableBatch(BatonTables.Facts, FactRows.Open, [shown]), new TableBatch(BatonTables.Facts, week, [row]), ct))
            return true;

        // What was not shown at all cannot be hidden, which is no reason to keep the fact as it is.
        return shown is TableAction.Remove && await engine.TryCommitAsync(BatonTables.Facts, week, [row], ct);
    }

    /// <summary>
    /// When a newer fact is there; false when it must be looked at again. The newer fact is written once more as it is: whoever is about to
    /// replace it shows again what this put right.
    /// </summary>
    public async Task<bool> MendAsync(TableRow newer, CancellationToken ct)
    {
        if (!touched || !FactRows.IsFact(newer))
            return true;
        var counts = FactRows.Fact(newer);
        await engine.TryCommitAsync(BatonTables.Facts, FactRows.Open, [counts.WaitsForSales ? Shown(counts) : Hidden], ct);
        return await engine.TryCommitAsync(BatonTables.Facts, FactRows.Week(counts.Week), [new TableAction.Replace(newer.RowKey, newer.Values, newer.ETag)], ct);
    }

    private TableAction Hidden => new TableAction.Remove(FactRows.Row(fact.Id));

    private static TableAction Shown(HandoffFact open) => new TableAction.Upsert(FactRows.Row(open.Id), FactRows.Fact(open.Version, FactRows.Json(open)));
}
