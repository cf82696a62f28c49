using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Tables.Audit;

/// <summary>The store that is audited, through the product's own stores, and what the rules need to know.</summary>
internal sealed class AuditScope(ITableEngine engine, ITableScan scan, TableAgenda agenda, Terms terms, Pulse pulse, TimeProvider time)
{
    /// <summary>The store.</summary>
    public ITableEngine Engine { get; } = engine;

    /// <summary>The same.</summary>
    public ITableScan Scan { get; } = scan;

    /// <summary>Its wake-ups.</summary>
    public TableAgenda Agenda { get; } = agenda;

    /// <summary>Its handoffs.</summary>
    public TableHandoffStore Handoffs { get; } = new(engine);

    /// <summary>The wake-ups that precede changes of them.</summary>
    public SafetyWakes Safety => field ??= new SafetyWakes(Handoffs, Agenda, pulse, time);

    /// <summary>Its facts.</summary>
    public TableFacts Facts { get; } = new(engine);

    /// <summary>Its lead index.</summary>
    public TableLeadIndex Index { get; } = new(engine);

    /// <summary>What both departments agreed on.</summary>
    public Terms Terms { get; } = terms;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>How late a wake-up may be: those that fail are put off, and one is written before each commit.</summary>
    public TimeSpan Patience { get; } = 2 * pulse.Safety;

    /// <summary>Whether a handoff is there.</summary>
    public async Task<bool> ExistsAsync(HandoffId id, CancellationToken ct) =>
        await Engine.GetAsync(BatonTables.Handoffs, TableKey.Join(id.Value), HandoffRowKeys.Snapshot, ct) is not null;

    /// <summary>A repair that writes a wake-up.</summary>
    public Func<CancellationToken, Task> Wake(WakeKind kind, string id, DateTimeOffset due) => ct => Agenda.AddAsync(new Wake(kind, id, due > Now ? due : Now), ct);

    /// <summary>A repair that deletes a row as it was read.</summary>
    public Func<CancellationToken, Task> Delete(string table, ScannedRow row) =>
        ct => Engine.TryCommitAsync(table, row.PartitionKey, [new TableAction.Delete(row.Row.RowKey, row.Row.ETag)], ct);

    /// <summary>A repair that writes a row, whether it is there or not.</summary>
    public Func<CancellationToken, Task> Write(string table, string partitionKey, string rowKey, TableValues values) =>
        ct => Engine.CommitAsync(table, partitionKey, [new TableAction.Upsert(rowKey, values)], ct);
}
