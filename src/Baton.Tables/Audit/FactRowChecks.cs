using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;

namespace Baton.Tables.Audit;

/// <summary>Each fact is that of a handoff, in the week that it points to, and each week is listed.</summary>
internal sealed class FactRowChecks(AuditScope scope)
{
    private const string Table = BatonTables.Facts;
    private readonly string pointers = TableKey.Join("handoff", "");
    private string? lastWeek;

    /// <summary>What does not hold of a row of the table.</summary>
    public async Task<IReadOnlyList<Suspicion>> OfAsync(ScannedRow row, CancellationToken ct)
    {
        if (row.PartitionKey == FactRows.Weeks || row.PartitionKey.StartsWith(pointers, StringComparison.Ordinal))
            return [];
        if (row.PartitionKey == FactRows.Open)
            return await OpenAsync(row, ct) is { } open ? [open] : [];
        List<Suspicion> found = [];
        if (row.PartitionKey != lastWeek && FactRows.IsFact(row.Row))
        {
            lastWeek = row.PartitionKey;
            if (await scope.Engine.GetAsync(Table, FactRows.Weeks, lastWeek, ct) is null)
                found.Add(new Suspicion(AuditRule.WeekUnlisted, $"{Table} {lastWeek}", "it has facts", scope.Write(Table, FactRows.Weeks, lastWeek, FactRows.Mention)));
        }

        if (FactRows.IsFact(row.Row) && await PlaceAsync(row, ct) is { } misplaced)
            found.Add(misplaced);
        return found;
    }

    private async Task<Suspicion?> PlaceAsync(ScannedRow row, CancellationToken ct)
    {
        var id = new HandoffId(TableKey.Unescape(row.Row.RowKey));
        if (!await scope.ExistsAsync(id, ct))
            return new Suspicion(AuditRule.FactWithoutHandoff, id.Value, $"a fact in {row.PartitionKey}", scope.Delete(Table, row));
        var pointer = await scope.Engine.GetAsync(Table, FactRows.Pointer(id), FactRows.WeekOf, ct);
        if (pointer?.Values.FindString("week") is { } week && FactRows.Week(week) == row.PartitionKey)
            return null;
        // Somebody may have moved it since the scan came past.
        return await scope.Engine.GetAsync(Table, row.PartitionKey, row.Row.RowKey, ct) is { } still && still.ETag == row.Row.ETag
            ? new Suspicion(AuditRule.FactMisplaced, id.Value, $"a fact in {row.PartitionKey}, but it points to {pointer?.Values.FindString("week") ?? "no week"}", token => MendAsync(id, row, pointer, token))
            : null;
    }

    private async Task<Suspicion?> OpenAsync(ScannedRow row, CancellationToken ct)
    {
        if (FactRows.IsLast(row.Row.RowKey))
            return await LastAsync(row, ct);
        var id = new HandoffId(TableKey.Unescape(row.Row.RowKey));
        var file = await scope.Handoffs.OpenAsync(id, ct);
        var waits = file?.Handoff.State is HandoffState.Offered or HandoffState.Accepted or HandoffState.Contacted || file?.Outbox.Any(e => e.Effect is Effect.RecordFact) == true;
        return waits || (await scope.Engine.GetAsync(Table, row.PartitionKey, row.Row.RowKey, ct))?.ETag != row.Row.ETag
            ? null
            : new Suspicion(AuditRule.OpenFactDiffers, id.Value, "it is shown as open", scope.Delete(Table, row));
    }

    private async Task<Suspicion?> LastAsync(ScannedRow row, CancellationToken ct)
    {
        var id = FactRows.OfLast(row.Row.RowKey);
        return await scope.ExistsAsync(id, ct) ? null : new Suspicion(AuditRule.FactWithoutHandoff, id.Value, "a version among the open ones", scope.Delete(Table, row));
    }

    // Where the week that it points to has it, this one goes; else it points here.
    private async Task MendAsync(HandoffId id, ScannedRow row, TableRow? pointer, CancellationToken ct)
    {
        var there = pointer?.Values.FindString("week") is { } week ? await scope.Engine.GetAsync(Table, FactRows.Week(week), FactRows.Row(id), ct) : null;
        if (there is not null && FactRows.IsFact(there))
            await scope.Engine.TryCommitAsync(Table, row.PartitionKey, [new TableAction.Replace(row.Row.RowKey, FactRows.Moved(FactRows.Version(row.Row)), row.Row.ETag)], ct);
        else
            await scope.Engine.TryCommitAsync(Table, FactRows.Pointer(id), [TableCommits.InsertOrReplace(FactRows.WeekOf, new(1) { { "week", TableKey.Unescape(row.PartitionKey) } }, pointer?.ETag)], ct);
    }
}
