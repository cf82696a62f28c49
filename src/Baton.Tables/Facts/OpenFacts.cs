using Baton.Handoffs.Funnel;

namespace Baton.Tables;

/// <summary>
/// Keeps one fact among those of open handoffs while it is written: shown before the fact itself, so that a process that dies in between is
/// followed by a try that does both. Whoever loses the race for the fact puts right what it showed too early.
/// </summary>
internal sealed class OpenFacts(ITableEngine engine, HandoffFact fact)
{
    // Used by one call at a time.
    private bool touched;

    /// <summary>Before the fact is written over what was there.</summary>
    public async Task ShowAsync(TableRow? there, CancellationToken ct)
    {
        if (fact.WaitsForSales)
        {
            touched = true;
            await ShowAsync(fact, ct);
        }
        else if (there is not null && FactRows.IsFact(there) && FactRows.Fact(there).WaitsForSales)
        {
            touched = true;
            await HideAsync(ct);
        }
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
        await (counts.WaitsForSales ? ShowAsync(counts, ct) : HideAsync(ct));
        return await engine.TryCommitAsync(BatonTables.Facts, FactRows.Week(counts.Week), [new TableAction.Replace(newer.RowKey, newer.Values, newer.ETag)], ct);
    }

    private Task ShowAsync(HandoffFact open, CancellationToken ct) => engine.CommitAsync(
        BatonTables.Facts, FactRows.Open, [new TableAction.Upsert(FactRows.Row(open.Id), FactRows.Fact(open.Version, FactRows.Json(open)))], ct);

    private Task<bool> HideAsync(CancellationToken ct) =>
        engine.TryCommitAsync(BatonTables.Facts, FactRows.Open, [new TableAction.Remove(FactRows.Row(fact.Id))], ct);
}
