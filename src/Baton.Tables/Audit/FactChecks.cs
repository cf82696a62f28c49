using System.Text.Json;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;

namespace Baton.Tables.Audit;

/// <summary>Each handoff's fact is that of its state, and open ones have it a second time.</summary>
internal static class FactChecks
{
    private const string Table = BatonTables.Facts;

    /// <summary>What does not hold of a handoff's fact; nothing while the effect that writes it is to be done.</summary>
    public static async Task<IReadOnlyList<Suspicion>> OfAsync(AuditedHandoff it, AuditScope scope, CancellationToken ct)
    {
        if (it.File is not { Handoff: var handoff } || it.Awaits<Effect.RecordFact>())
            return [];
        var derived = FactOf.Handoff(handoff, scope.Terms);
        var pointer = await scope.Engine.GetAsync(Table, FactRows.Pointer(it.Id), FactRows.WeekOf, ct);
        var week = pointer?.Values.FindString("week");
        var row = week is null ? null : await scope.Engine.GetAsync(Table, FactRows.Week(week), FactRows.Row(it.Id), ct);
        var fact = row is null ? null : Find(row);
        var open = new OpenRows(
            await scope.Engine.GetAsync(Table, FactRows.Open, FactRows.Row(it.Id), ct),
            await scope.Engine.GetAsync(Table, FactRows.Open, FactRows.Last(it.Id), ct));
        if (fact is null || fact.Version > handoff.Version || Json(Comparable(derived, fact)) != Json(fact))
        {
            var what = fact is null ? "it has none that can be read" : $"the fact says {fact.State} at version {fact.Version}, the handoff {handoff.State} at {handoff.Version}";
            return [new Suspicion(AuditRule.FactDiffers, it.Id.Value, what, token => MendAsync(it.Id, week, row, open, scope, token))];
        }

        return Wrong(fact, open) is { } wrong
            ? [new Suspicion(AuditRule.OpenFactDiffers, it.Id.Value, wrong, token => MendAsync(it.Id, week, row, open, scope, token))]
            : [];
    }

    // What was last is at most as new as the fact: it would keep what comes from being written.
    private static string? Wrong(HandoffFact fact, OpenRows open)
    {
        if (fact.WaitsForSales != open.Shown is not null)
            return open.Shown is null ? "it has none" : "it has one, though it waits for nobody";
        if (open.Shown is not null && !open.Shown.Values.GetJsonBytes().AsSpan().SequenceEqual(FactRows.Json(fact)))
            return "it has another one";
        return open.Last is not null && FactRows.Version(open.Last) > fact.Version ? $"it was last at version {FactRows.Version(open.Last)}, the fact is at {fact.Version}" : null;
    }

    // One that cannot be read is as good as none: it is derived anew.
    private static HandoffFact? Find(TableRow row)
    {
        try
        {
            return FactRows.IsFact(row) ? FactRows.Fact(row) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // What calendars and zones say is theirs: a fact is not wrong because they changed since, nor because it is of before rules were written down.
    private static HandoffFact Comparable(HandoffFact derived, HandoffFact stored) =>
        derived with { Version = stored.Version, Week = stored.Week, Clocks = stored.Clocks, HumanDelay = stored.HumanDelay, Rules = stored.Rules is null ? null : derived.Rules };

    // A fact of a version is written once: the wrong ones go first, unless somebody wrote one meanwhile. Should this end in between, the fact is missing, which the next audit finds.
    private static async Task MendAsync(HandoffId id, string? week, TableRow? row, OpenRows open, AuditScope scope, CancellationToken ct)
    {
        if (!await open.TryRemoveAsync(scope.Engine, ct) || (row is not null && !await scope.Engine.TryCommitAsync(Table, FactRows.Week(week!), [new TableAction.Delete(row.RowKey, row.ETag)], ct)))
            return;
        if (await scope.Handoffs.LoadAsync(id, ct) is { } stored)
            await scope.Facts.PutAsync(FactOf.Handoff(stored.Handoff, scope.Terms), ct);
    }

    private static string Json(HandoffFact fact) => JsonSerializer.Serialize(fact, HandoffJson.Stored.HandoffFact);

    // A handoff's rows among the open ones, as they were read.
    private sealed record OpenRows(TableRow? Shown, TableRow? Last)
    {
        public async Task<bool> TryRemoveAsync(ITableEngine engine, CancellationToken ct)
        {
            TableAction[] removed = [.. new[] { Shown, Last }.OfType<TableRow>().Select(row => new TableAction.Delete(row.RowKey, row.ETag))];
            return removed.Length == 0 || await engine.TryCommitAsync(Table, FactRows.Open, removed, ct);
        }
    }
}
