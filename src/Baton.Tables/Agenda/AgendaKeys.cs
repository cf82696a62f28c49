using System.Globalization;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Tables;

/// <summary>The keys of wake-ups. Fixed for a store: rows are found again by computing them.</summary>
internal static class AgendaKeys
{
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    /// <summary>The partition of a shard, such as <c>shard|07</c>.</summary>
    public static string Partition(int shard) => string.Create(CultureInfo.InvariantCulture, $"shard|{shard:D2}");

    /// <summary>The shard of an id: FNV-1a (32 bits) over its UTF-16 code units, modulo the number of shards. The same in every process and release.</summary>
    public static int Shard(string id, int shards)
    {
        var hash = FnvOffset;
        foreach (var unit in id)
        {
            hash = (hash ^ (byte)unit) * FnvPrime;
            hash = (hash ^ (byte)(unit >> 8)) * FnvPrime;
        }

        return (int)(hash % (uint)shards);
    }

    /// <summary>Due ticks first, in 19 digits, so that the order of keys is the order of time.</summary>
    public static string Row(Wake wake) =>
        TableKey.Shorten(string.Create(CultureInfo.InvariantCulture, $"{wake.Due.UtcTicks:D19}|{wake.Kind}|{TableKey.Escape(wake.Id)}"));

    /// <summary>Every row that is due at an instant or before.</summary>
    public static RowRange Due(DateTimeOffset now) => RowRange.UpTo((now.UtcTicks + 1).ToString("D19", CultureInfo.InvariantCulture));

    /// <summary>The instant that a row's key begins with.</summary>
    public static DateTimeOffset DueOf(string rowKey) =>
        new(long.Parse(rowKey.AsSpan(0, 19), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
