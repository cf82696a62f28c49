using System.Globalization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;

namespace Baton.Tables.Audit;

/// <summary>Notes of leads name handoffs that are there; idempotency keys are on a day's list, and each day has its wake-up.</summary>
internal sealed class IntakeRowChecks(AuditScope scope, WakeBook book)
{
    private const string Table = BatonTables.Intake;
    private string? lastDay;

    /// <summary>Those that seem to lack a wake-up.</summary>
    public List<WakeWant> Wants { get; } = [];

    /// <summary>What does not hold of a row of the table.</summary>
    public async Task<Suspicion?> OfAsync(ScannedRow row, CancellationToken ct)
    {
        if (row.PartitionKey.StartsWith(TableIdempotencyKeys.Days, StringComparison.Ordinal))
            return Day(row);
        return row.PartitionKey.StartsWith(TableIdempotencyKeys.Keys, StringComparison.Ordinal) ? await KeyAsync(row, ct) : await NoteAsync(row, ct);
    }

    private async Task<Suspicion?> NoteAsync(ScannedRow row, CancellationToken ct) =>
        LeadRows.HandoffOf(row.Row.Values) is { } id && !await scope.ExistsAsync(id, ct)
            ? new Suspicion(AuditRule.IndexLeftOver, id.Value, "noted as a lead's", token => ForgetAsync(row, id, token))
            : null;

    // As for any row of the index: whoever is just taking that lead writes the handoff after this row.
    private async Task ForgetAsync(ScannedRow row, HandoffId id, CancellationToken ct)
    {
        await scope.Delete(Table, row)(ct);
        if (await scope.ExistsAsync(id, ct))
            await scope.Engine.TryCommitAsync(Table, row.PartitionKey, [new TableAction.Insert(row.Row.RowKey, row.Row.Values)], ct);
    }

    private async Task<Suspicion?> KeyAsync(ScannedRow row, CancellationToken ct)
    {
        if (row.PartitionKey.Contains("~~", StringComparison.Ordinal) || row.Row.Values.FindDateTimeOffset("at") is not { } at)
            return null; // a key whose text was shortened cannot be told from its row
        var key = TableKey.Split(row.PartitionKey)[1];
        var day = TableIdempotencyKeys.Day(KeyDesk.DayOf(at));
        return await scope.Engine.GetAsync(Table, day, TableKey.Join(key), ct) is not null ? null
            : new Suspicion(AuditRule.KeyUnnamed, $"{Table} of {KeyDesk.DayOf(at).ToString("O", CultureInfo.InvariantCulture)}", "an idempotency key is on no list", async token =>
            {
                await scope.Agenda.AddAsync(KeyDesk.WakeFor(at), token);
                await scope.Write(Table, day, TableKey.Join(key), new(1) { { "key", key } })(token);
            });
    }

    private Suspicion? Day(ScannedRow row)
    {
        if (row.PartitionKey == lastDay)
            return null;
        lastDay = row.PartitionKey;
        var day = DateOnly.ParseExact(TableKey.Split(lastDay)[1], "O", CultureInfo.InvariantCulture);
        var wake = KeyDesk.WakeFor(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
        var by = (wake.Due > scope.Now ? wake.Due : scope.Now) + scope.Patience;
        if (!book.Has(WakeKind.IdempotencyKeys, wake.Id, by))
            Wants.Add(new WakeWant(AuditRule.KeysUnwoken, wake.Kind, wake.Id, by, _ => Task.FromResult<DateTimeOffset?>(by)));
        return null;
    }
}
