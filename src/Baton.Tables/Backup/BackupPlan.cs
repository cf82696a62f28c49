namespace Baton.Tables.Backup;

/// <summary>What a backup takes.</summary>
/// <param name="Store">The store's name, without secrets: only a digest of it is kept.</param>
/// <param name="Tables">
/// The tables, in the order in which they are read. <see cref="BatonTables.Handoffs"/> comes last: all else follows from handoffs, so what is read
/// beside a running server is at most older than they are, and can be brought up to them.
/// </param>
/// <param name="Whole">Those of the tables whose partitions must be of one moment each; their partitions are small.</param>
public sealed record BackupPlan(string Store, IReadOnlyList<string> Tables, IReadOnlySet<string> Whole)
{
    /// <summary>A plan for these tables, handoffs whole and last.</summary>
    /// <param name="store">The store's name, without secrets.</param>
    /// <param name="tables">The tables, in any order.</param>
    public static BackupPlan Of(string store, IEnumerable<string> tables) =>
        new(store, [.. tables.Where(t => t != BatonTables.Handoffs).Order(StringComparer.Ordinal), BatonTables.Handoffs], new HashSet<string> { BatonTables.Handoffs });
}
