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
    /// <param name="json">The same, as it is stored.</param>
    /// <param name="there">Its row as it was read.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Put> WriteAsync(HandoffFact fact, byte[] json, TableRow? there, CancellationToken ct)
    {
        var last = engine.CommitsTogether ? null : await engine.GetAsync(Table, FactRows.Open, FactRows.Last(fact.Id), ct);
        if (last is not null && FactRows.Version(last) > fact.Version)
            return Put.Overtaken;
        var (row, values) = (FactRows.Row(fact.Id), FactRows.Fact(fact.Version, json));
        var week = new TableBatch(Table, FactRows.Week(fact.Week), [TableCommits.InsertOrReplace(row, values, there?.ETag)]);
        TableAction[] swaps = engine.CommitsTogether ? [] : [FactRows.SwapLast(fact, last)];

        // What is not shown after all cannot be hidden, which is no reason to keep the fact as it is.
        var written = fact.WaitsForSales
            ? await CommitAsync([.. swaps, new TableAction.Upsert(row, values)], week, ct)
            : (WasShown(there, last) && await CommitAsync([.. swaps, new TableAction.Remove(row)], week, ct)) || await CommitAsync(swaps, week, ct);
        return written ? Put.Done : Put.Beaten;
    }

    private static bool WasShown(TableRow? there, TableRow? last) =>
        (last is not null && FactRows.WasShown(last)) || (there is not null && FactRows.IsFact(there) && FactRows.Fact(there).WaitsForSales);

    private Task<bool> CommitAsync(TableAction[] open, TableBatch week, CancellationToken ct) => open.Length == 0
        ? engine.TryCommitAsync(week.Table, week.PartitionKey, week.Actions, ct)
        : engine.TryCommitInOrderAsync(new TableBatch(Table, FactRows.Open, open), week, ct);
}
