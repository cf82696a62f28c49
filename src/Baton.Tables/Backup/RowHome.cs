namespace Baton.Tables.Backup;

/// <summary>
/// Where a row of a backup goes. Wake-ups go to the shard that they have in the store that is restored, which may have another number of shards; the row
/// that tells that number stays behind, as each store has its own.
/// </summary>
/// <param name="shards">How many shards the store has.</param>
internal sealed class RowHome(int shards)
{
    /// <summary>The row's partition in the store; null when it is left out.</summary>
    public string? PartitionOf(string table, ScannedRow row) =>
        table != BatonTables.Agenda ? row.PartitionKey
        : row.PartitionKey == AgendaShards.Partition ? null
        : row.Row.Values.FindString("id") is { } id ? AgendaKeys.Partition(AgendaKeys.Shard(id, shards))
        : row.PartitionKey;
}
