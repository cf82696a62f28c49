using System.Globalization;

namespace Baton.Tables;

/// <summary>
/// The rows of table <c>leases</c>, all in partition <c>shards</c>, so that one query shows everything and one batch changes it: <c>replica|…</c> is a sign of
/// life, a two-digit number is a shard.
/// </summary>
internal static class LeaseRows
{
    public const string Partition = "shards";
    private const string ReplicaPrefix = "replica|";

    public static string Shard(int shard) => string.Create(CultureInfo.InvariantCulture, $"{shard:D2}");

    public static string Replica(string id) => ReplicaPrefix + TableKey.Escape(id);

    /// <summary>Reads a page.</summary>
    public static LeasePage Read(IEnumerable<TableRow> rows)
    {
        List<ReplicaRow> replicas = [];
        Dictionary<int, ShardRow> shards = [];
        foreach (var row in rows)
        {
            if (row.RowKey.StartsWith(ReplicaPrefix, StringComparison.Ordinal))
                replicas.Add(new ReplicaRow(TableKey.Unescape(row.RowKey[ReplicaPrefix.Length..]), row.Values.GetString("seat"), row.Values.GetDateTimeOffset("at"), row.ETag));
            else if (int.TryParse(row.RowKey, NumberStyles.None, CultureInfo.InvariantCulture, out var shard))
                shards[shard] = new ShardRow(row.Values.GetString("owner"), row.Values.GetInt64("fence"), row.ETag);
        }

        return new LeasePage(replicas, shards);
    }

    /// <summary>A sign of life. Its time is for telling clocks apart; nobody compares it with his own.</summary>
    public static TableAction Sign(string id, string seat, DateTimeOffset at) => new TableAction.Upsert(Replica(id), new TableValues(2) { { "seat", seat }, { "at", at } });

    /// <summary>A shard gets an owner, under the next fence; conflicts when somebody else was quicker.</summary>
    public static TableAction Take(int shard, ShardRow? was, string owner) =>
        TableCommits.InsertOrReplace(Shard(shard), Values(owner, (was?.Fence ?? 0) + 1), was?.Tag);

    /// <summary>A shard is let go.</summary>
    public static TableAction Release(int shard, ShardRow was) => new TableAction.Replace(Shard(shard), Values("", was.Fence), was.Tag);

    private static TableValues Values(string owner, long fence) => new(2) { { "owner", owner }, { "fence", fence } };
}

/// <summary>All leases as they stood in one query.</summary>
internal sealed record LeasePage(IReadOnlyList<ReplicaRow> Replicas, IReadOnlyDictionary<int, ShardRow> Shards);

/// <summary>A replica's latest sign of life.</summary>
/// <param name="Id">Whose.</param>
/// <param name="Seat">What only one living process has at a time, so that whoever had it before is dead; empty where there is no such thing.</param>
/// <param name="At">Its clock then.</param>
/// <param name="Tag">Another one with every sign.</param>
internal sealed record ReplicaRow(string Id, string Seat, DateTimeOffset At, string Tag);

/// <summary>Who has a shard.</summary>
/// <param name="Owner">Which replica; empty when nobody has it.</param>
/// <param name="Fence">How often it was taken.</param>
/// <param name="Tag">The row's version.</param>
internal sealed record ShardRow(string Owner, long Fence, string Tag);
