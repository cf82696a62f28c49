using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Tables.Audit;

/// <summary>The earliest wake-up of each thing that has one, by a digest of its name: some 50 bytes each, whatever is open.</summary>
internal sealed class WakeBook
{
    private readonly Dictionary<UInt128, long> earliest = [];

    /// <summary>How many wake-ups were read.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a wake-up comes by an instant.</summary>
    public bool Has(WakeKind kind, string id, DateTimeOffset by) => earliest.TryGetValue(Digest(kind.ToString(), id), out var due) && due <= by.UtcTicks;

    /// <summary>Reads all wake-ups, and tells of those that lie where nobody looks.</summary>
    public async IAsyncEnumerable<Suspicion> ReadAsync(AuditScope scope, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in scope.Scan.ScanAllAsync(BatonTables.Agenda, null, ct))
        {
            if (row.PartitionKey == AgendaShards.Partition)
                continue;
            var (kind, id) = (row.Row.Values.FindString("kind"), row.Row.Values.FindString("id"));
            if (kind is null || id is null || !TryDue(row.Row.RowKey, out var due))
            {
                yield return new Suspicion(AuditRule.RowUnreadable, $"{BatonTables.Agenda} {row.PartitionKey} {row.Row.RowKey}", "it is no wake-up");
                continue;
            }

            Count++;
            if (row.PartitionKey != AgendaKeys.Partition(scope.Agenda.ShardOf(id)))
                yield return new Suspicion(AuditRule.WakeMisplaced, $"{BatonTables.Agenda} {row.PartitionKey} {row.Row.RowKey}", "its shard is another", token => MoveAsync(row, id, scope, token));
            else if (!earliest.TryGetValue(Digest(kind, id), out var known) || due < known)
                earliest[Digest(kind, id)] = due;
        }
    }

    private static bool TryDue(string rowKey, out long due)
    {
        due = 0;
        return rowKey.Length > 19 && rowKey[19] == TableKey.Separator && long.TryParse(rowKey.AsSpan(0, 19), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out due);
    }

    // It is there before it is gone.
    private static async Task MoveAsync(ScannedRow row, string id, AuditScope scope, CancellationToken ct)
    {
        await scope.Write(BatonTables.Agenda, AgendaKeys.Partition(scope.Agenda.ShardOf(id)), row.Row.RowKey, row.Row.Values)(ct);
        await scope.Delete(BatonTables.Agenda, row)(ct);
    }

    private static UInt128 Digest(string kind, string id) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {id}")));
}
