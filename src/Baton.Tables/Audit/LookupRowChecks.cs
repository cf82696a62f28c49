using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Leads;

namespace Baton.Tables.Audit;

/// <summary>What the index names is there, and nobody is kept by a handoff that has closed.</summary>
internal sealed class LookupRowChecks(AuditScope scope)
{
    private const string Table = BatonTables.Lookup;

    /// <summary>What does not hold of a row of the table.</summary>
    public async Task<Suspicion?> OfAsync(ScannedRow row, CancellationToken ct)
    {
        if (row.Row.RowKey == LeadKeys.Suppressed || row.PartitionKey.StartsWith(LeadKeys.SentByPrefix, StringComparison.Ordinal))
            return null;
        if (row.Row.RowKey == LeadKeys.Current)
            return await CurrentAsync(row, ct);
        var id = LeadKeys.Handoff(row.Row);
        return await scope.ExistsAsync(id, ct) ? null
            : new Suspicion(AuditRule.IndexLeftOver, id.Value, $"named by {(row.PartitionKey.StartsWith(LeadKeys.PersonPrefix, StringComparison.Ordinal) ? "a person" : "a company")}", token => ForgetAsync(row, id, token));
    }

    private async Task<Suspicion?> CurrentAsync(ScannedRow row, CancellationToken ct)
    {
        if (LeadRows.HandoffOf(row.Row.Values) is not { } id || !LeadRows.Lives(row.Row.Values) || await scope.Handoffs.OpenAsync(id, ct) is not { } file)
            return null;
        return file.Handoff.HoldsPerson || file.Outbox.Any(e => e.Effect is Effect.RecordFact) || (await scope.Engine.GetAsync(Table, row.PartitionKey, row.Row.RowKey, ct))?.ETag != row.Row.ETag
            ? null
            : new Suspicion(AuditRule.ClaimOutlived, id.Value, $"its contact is kept, and it is {(file.Handoff.ErasedAt is null ? file.Handoff.State : "erased")}", token => ReleaseAsync(row, id, token));
    }

    private Task ReleaseAsync(ScannedRow row, HandoffId id, CancellationToken ct) =>
        scope.Engine.TryCommitAsync(Table, row.PartitionKey, [new TableAction.Replace(LeadKeys.Current, LeadRows.Current(id, false), row.Row.ETag)], ct);

    // Whoever is just taking that lead writes the handoff after this row: then it comes back.
    private async Task ForgetAsync(ScannedRow row, HandoffId id, CancellationToken ct)
    {
        await scope.Delete(Table, row)(ct);
        if (await scope.ExistsAsync(id, ct))
            await scope.Write(Table, row.PartitionKey, row.Row.RowKey, LeadRows.Mention)(ct);
    }
}
