using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Tables.Backup;

namespace Baton.Tables.Audit;

/// <summary>
/// Everything that must hold of each handoff. What seems wrong is looked at once more, all of it between two readings of the handoff that are the same:
/// so somebody who works meanwhile is not taken for a fault.
/// </summary>
internal sealed class HandoffChecks(AuditScope scope, WakeBook book)
{
    private const int AtOnce = 64;
    private const int MaxLooks = 5;

    /// <summary>How many handoffs were looked at.</summary>
    public long Count { get; private set; }

    /// <summary>Those that seem to lack a wake-up: to be looked for once more.</summary>
    public List<WakeWant> Wants { get; } = [];

    /// <summary>Looks at all of them.</summary>
    public async IAsyncEnumerable<Suspicion> FindAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var some in new WholePartitions(scope.Engine, scope.Scan, BatonTables.Handoffs).ReadAsync(null, ct).Chunk(AtOnce).WithCancellation(ct))
        {
            foreach (var (found, want) in await Task.WhenAll(some.Select(rows => LookAsync(rows, ct))))
            {
                foreach (var suspicion in found)
                    yield return suspicion;
                if (want is not null)
                    Wants.Add(want);
            }

            Count += some.Length;
        }
    }

    private async Task<(IReadOnlyList<Suspicion> Found, WakeWant? Want)> LookAsync(IReadOnlyList<ScannedRow> rows, CancellationToken ct)
    {
        var it = AuditedHandoff.Of(rows[0].PartitionKey, [.. rows.Select(r => r.Row)]);
        var found = await ChecksAsync(it, ct);
        for (var looks = 0; found.Count > 0 && looks < MaxLooks; looks++)
        {
            it = await ReadAsync(rows[0].PartitionKey, ct);
            found = await ChecksAsync(it, ct);
            if (await TagAsync(rows[0].PartitionKey, ct) == it.Tag)
                break;
            if (looks == MaxLooks - 1)
                found = [];
        }

        return (found, it.File is { } file && Need(file) is { } by && !book.Has(WakeKind.Handoff, it.Id.Value, by) ? WantOf(it.Id, file.Tag, by) : null);
    }

    private async Task<IReadOnlyList<Suspicion>> ChecksAsync(AuditedHandoff it, CancellationToken ct)
    {
        List<Suspicion> found = [.. TimelineChecks.Of(it, scope)];
        if (found.Count > 0)
            return found; // what rests on a state that is in doubt is looked at when that is mended
        return [.. await FactChecks.OfAsync(it, scope, ct), .. await IndexChecks.OfAsync(it, scope, ct), .. await StuckChecks.OfAsync(it, scope, ct)];
    }

    private DateTimeOffset? Need(HandoffFile file) =>
        WakeNeeded.Of(file, scope.Terms.Calendars, scope.Now) is { } need ? (need > scope.Now ? need : scope.Now) + scope.Patience : null;

    private WakeWant WantOf(Handoffs.Handoffs.HandoffId id, string tag, DateTimeOffset by) => new(AuditRule.HandoffUnwoken, WakeKind.Handoff, id.Value, by, async ct =>
        await scope.Handoffs.OpenAsync(id, ct) is { } file && file.Tag == tag ? Need(file) : null);

    private async Task<AuditedHandoff> ReadAsync(string partitionKey, CancellationToken ct) => AuditedHandoff.Of(
        partitionKey, [.. (await WholePartitions.AgainAsync(scope.Engine, BatonTables.Handoffs, partitionKey, ct)).Select(r => r.Row)]);

    private async Task<string?> TagAsync(string partitionKey, CancellationToken ct) =>
        (await scope.Engine.GetAsync(BatonTables.Handoffs, partitionKey, HandoffRowKeys.Snapshot, ct))?.ETag;
}
