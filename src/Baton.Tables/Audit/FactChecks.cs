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
        if (fact is null || fact.Version > handoff.Version || Json(Comparable(derived, fact)) != Json(fact))
        {
            var what = fact is null ? "it has none that can be read" : $"the fact says {fact.State} at version {fact.Version}, the handoff {handoff.State} at {handoff.Version}";
            return [new Suspicion(AuditRule.FactDiffers, it.Id.Value, what, token => MendAsync(it.Id, week, row, scope, token))];
        }

        return await OpenAsync(fact, scope, ct) is { } wrong
            ? [new Suspicion(AuditRule.OpenFactDiffers, it.Id.Value, wrong, token => MendAsync(it.Id, week, row, scope, token))]
            : [];
    }

    // What was last is at most as new as the fact: it would keep what comes from being written.
    private static async Task<string?> OpenAsync(HandoffFact fact, AuditScope scope, CancellationToken ct)
    {
        var open = await scope.Engine.GetAsync(Table, FactRows.Open, FactRows.Row(fact.Id), ct);
        if (fact.WaitsForSales != open is not null)
            return open is null ? "it has none" : "it has one, though it waits for nobody";
        if (open is not null && !open.Values.GetJsonBytes().AsSpan().SequenceEqual(FactRows.Json(fact)))
            return "it has another one";
        var last = await scope.Engine.GetAsync(Table, FactRows.Open, FactRows.Last(fact.Id), ct);
        return last is not null && FactRows.Version(last) > fact.Version ? $"it was last at version {FactRows.Version(last)}, the fact is at {fact.Version}" : null;
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

    // What calendars and zones say is theirs: a fact is not wrong because they changed since.
    private static HandoffFact Comparable(HandoffFact derived, HandoffFact stored) =>
        derived with { Version = stored.Version, Week = stored.Week, Clocks = stored.Clocks, HumanDelay = stored.HumanDelay };

    // A fact of a version is written once: the wrong one goes first. Should this end in between, the fact is missing, which the next audit finds.
    private static async Task MendAsync(HandoffId id, string? week, TableRow? row, AuditScope scope, CancellationToken ct)
    {
        if (row is not null && !await scope.Engine.TryCommitAsync(Table, FactRows.Week(week!), [new TableAction.Delete(row.RowKey, row.ETag)], ct))
            return;
        foreach (var there in (string[])[FactRows.Row(id), FactRows.Last(id)])
            await scope.Engine.TryCommitAsync(Table, FactRows.Open, [new TableAction.Remove(there)], ct);
        if (await scope.Handoffs.LoadAsync(id, ct) is { } stored)
            await scope.Facts.PutAsync(FactOf.Handoff(stored.Handoff, scope.Terms), ct);
    }

    private static string Json(HandoffFact fact) => JsonSerializer.Serialize(fact, HandoffJson.Stored.HandoffFact);
}
