using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;

namespace Baton.Tables;

/// <summary>
/// Keeps one fact among those of open handoffs while it is written: there first, then in its week, so that a process that dies in between is
/// followed by a try that does both.
/// </summary>
/// <remarks>
/// Between the two a handoff may go on, and a process may be late by any time. So each handoff has a row beside the open ones, which stays: the
/// version that was there last, and whether that was shown. It is swapped in the same batch. What an older version brings is refused, whatever
/// became of the newer one, and a newer version hides what an older one left shown, though its fact never got into its week. Where both batches
/// are one transaction, the fact itself is guard enough.
/// </remarks>
internal sealed class OpenFacts(ITableEngine engine)
{
    private const string Table = BatonTables.Facts;

    /// <summary>Writes the fact over what was there, and keeps it among the open ones.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="row">Its new row.</param>
    /// <param name="there">Its row as it was read.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Put> WriteAsync(HandoffFact fact, TableAction row, TableRow? there, CancellationToken ct)
    {
        var wasShown = there is not null && FactRows.IsFact(there) && FactRows.Fact(there).WaitsForSales;
        var week = new TableBatch(Table, FactRows.Week(fact.Week), [row]);
        if (engine.CommitsTogether)
            return await TryAsync(fact, [], wasShown, week, ct) ? Put.Done : Put.Beaten;
        var last = await engine.GetAsync(Table, FactRows.Open, FactRows.Last(fact.Id), ct);
        if (last is not null && FactRows.Version(last) > fact.Version)
            return Put.Overtaken;
        return await TryAsync(fact, [FactRows.SwapLast(fact, last)], wasShown || (last is not null && FactRows.WasShown(last)), week, ct) ? Put.Done : Put.Beaten;
    }

    private async Task<bool> TryAsync(HandoffFact fact, TableAction[] swaps, bool wasShown, TableBatch week, CancellationToken ct)
    {
        if (fact.WaitsForSales)
            return await CommitAsync([.. swaps, new TableAction.Upsert(FactRows.Row(fact.Id), FactRows.Fact(fact.Version, FactRows.Json(fact)))], week, ct);
        // What is not shown after all cannot be hidden, which is no reason to keep the fact as it is.
        return (wasShown && await CommitAsync([.. swaps, new TableAction.Remove(FactRows.Row(fact.Id))], week, ct)) || await CommitAsync(swaps, week, ct);
    }

    private Task<bool> CommitAsync(TableAction[] open, TableBatch week, CancellationToken ct) => open.Length == 0
        ? engine.TryCommitAsync(week.Table, week.PartitionKey, week.Actions, ct)
        : engine.TryCommitInOrderAsync(new TableBatch(Table, FactRows.Open, open), week, ct);
}
