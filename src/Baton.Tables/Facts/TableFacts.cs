using System.Runtime.CompilerServices;
using Baton.Handoffs.Funnel;

namespace Baton.Tables;

/// <summary>
/// Facts in table storage, one partition a week, so that a report reads only the weeks that it is about.
/// </summary>
/// <remarks>
/// A fact changes its week when a returned lead is first offered in a later one. Each handoff has a pointer to its week; a move writes, in this
/// order and each by compare-and-swap: a mark in the week that it leaves, the pointer, the fact in the new week. The mark carries the version
/// that moved it, so an older fact that arrives late is refused there like anywhere else. A process that dies in between leaves the handoff
/// uncounted until the effect that writes facts is tried again, which it is until it succeeds; it never leaves it counted twice.
/// </remarks>
/// <param name="engine">The store.</param>
public sealed class TableFacts(ITableEngine engine) : IFacts
{
    private const string Table = BatonTables.Facts;

    private readonly OpenFacts open = new(engine);

    /// <inheritdoc/>
    public async IAsyncEnumerable<HandoffFact> OfWeekAsync(string week, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in engine.ReadAllAsync(Table, FactRows.Week(week), RowRange.All, cancellation))
        {
            if (FactRows.IsFact(row))
                yield return FactRows.Fact(row);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<HandoffFact> OpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in engine.ReadAllAsync(Table, FactRows.Open, FactRows.Shown, cancellation))
            yield return FactRows.Fact(row);
    }

    /// <inheritdoc/>
    /// <remarks>A week whose facts all moved away is still listed.</remarks>
    public async Task<IReadOnlyList<string>> WeeksAsync(CancellationToken cancellation)
    {
        List<string> weeks = [];
        await foreach (var row in engine.ReadAllAsync(Table, FactRows.Weeks, RowRange.All, cancellation))
            weeks.Add(TableKey.Unescape(row.RowKey));
        return weeks;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Two reads and two writes when the handoff's week has not changed; in a file one read and one write, in which it is also shown or hidden. The same fact again is one read.
    /// </remarks>
    public async Task<bool> PutAsync(HandoffFact fact, CancellationToken cancellation)
    {
        var json = FactRows.Json(fact);
        var put = Put.Beaten;
        await CompareAndSwap.UntilAsync($"The fact of handoff {fact.Id}", async () => (put = await TryPutAsync(fact, json, cancellation)) != Put.Beaten, cancellation);
        return put == Put.Done;
    }

    private async Task<Put> TryPutAsync(HandoffFact fact, byte[] json, CancellationToken ct)
    {
        var there = await engine.GetAsync(Table, FactRows.Week(fact.Week), FactRows.Row(fact.Id), ct);
        if (there is not null && FactRows.Version(there) > fact.Version)
            return FactRows.IsFact(there) ? Put.Done : Put.Overtaken;
        if (there is null || !FactRows.IsFact(there))
        {
            if (!await ArriveAsync(fact, ct))
                return Put.Overtaken;
        }
        else if (FactRows.Version(there) == fact.Version && there.Values.GetJsonBytes().AsSpan().SequenceEqual(json))
        {
            return Put.Done;
        }

        return await open.WriteAsync(fact, json, there, ct);
    }

    // The pointer is written even when it names this week already: whoever is moving the fact away meanwhile then fails, and looks again.
    private async Task<bool> ArriveAsync(HandoffFact fact, CancellationToken ct)
    {
        var pointer = await engine.GetAsync(Table, FactRows.Pointer(fact.Id), FactRows.WeekOf, ct);
        if (pointer?.Values.GetString("week") is { } week && week != fact.Week && !await LeaveAsync(week, fact, ct))
            return false;
        var here = TableCommits.InsertOrReplace(FactRows.WeekOf, new(1) { { "week", fact.Week } }, pointer?.ETag);
        await Task.WhenAll(engine.CommitAsync(Table, FactRows.Pointer(fact.Id), [here], ct), ListAsync(fact.Week, ct));
        return true;
    }

    // False when a newer version has left that week.
    private async Task<bool> LeaveAsync(string week, HandoffFact fact, CancellationToken ct)
    {
        var old = await engine.GetAsync(Table, FactRows.Week(week), FactRows.Row(fact.Id), ct);
        if (old is not null && FactRows.Version(old) > fact.Version)
            return false;
        var moved = TableCommits.InsertOrReplace(FactRows.Row(fact.Id), FactRows.Moved(fact.Version), old?.ETag);
        await engine.CommitAsync(Table, FactRows.Week(week), [moved], ct);
        return true;
    }

    // Nearly always listed already, and reading is cheaper than writing to the one partition that all share.
    private async Task ListAsync(string week, CancellationToken ct)
    {
        if (await engine.GetAsync(Table, FactRows.Weeks, FactRows.Week(week), ct) is null)
            await engine.CommitAsync(Table, FactRows.Weeks, [new TableAction.Upsert(FactRows.Week(week), FactRows.Mention)], ct);
    }
}
