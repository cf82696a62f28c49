namespace Baton.Tables;

/// <summary>What a replica does about the leases after a look. Pure.</summary>
/// <param name="Actions">To be committed as one batch; empty when nothing has to be written.</param>
/// <param name="Held">The shards that are this replica's then, by their fences.</param>
internal sealed record LeasePlan(IReadOnlyList<TableAction> Actions, IReadOnlyDictionary<int, long> Held)
{
    // A batch also takes the sign of life and the rows of the dead.
    private const int MostShardsAtOnce = TableRules.MaxBatchActions / 2;

    /// <summary>How many shards each of several replicas has: as equal as can be, the first in order of names one more where it does not come out even.</summary>
    public static int Share(string id, IEnumerable<string> replicas, int shards)
    {
        var order = replicas.Order(StringComparer.Ordinal).ToList();
        return (shards / order.Count) + (order.IndexOf(id) < shards % order.Count ? 1 : 0);
    }

    /// <summary>The plan.</summary>
    /// <param name="me">This replica, and what its sign of life says.</param>
    /// <param name="page">The leases.</param>
    /// <param name="others">The other replicas that are not dead.</param>
    /// <param name="mayTake">Whether enough is known of the others to take anything.</param>
    /// <param name="isLapsed">Whether this replica was silent for so long that others may have taken it for dead.</param>
    /// <param name="shards">How many shards there are.</param>
    public static LeasePlan Of(ReplicaRow me, LeasePage page, IReadOnlyCollection<string> others, bool mayTake, bool isLapsed, int shards)
    {
        var share = Share(me.Id, others.Append(me.Id), shards);
        var mine = Enumerable.Range(0, shards).Where(s => page.Shards.GetValueOrDefault(s)?.Owner == me.Id).ToList();
        var free = mayTake ? Enumerable.Range(0, shards).Where(s => IsFree(page.Shards.GetValueOrDefault(s), me.Id, others)).ToList() : [];
        var released = mine.Skip(share).Take(MostShardsAtOnce).ToList();
        var kept = mine.Take(share).ToList();
        var taken = free.Take(Math.Min(share - kept.Count, MostShardsAtOnce - released.Count)).ToList();

        // What was held through a silence is taken anew, so that it cannot have become somebody else's in between unnoticed.
        var again = isLapsed ? kept.Take(MostShardsAtOnce - released.Count - taken.Count).ToList() : [];
        kept = isLapsed ? again : kept;
        List<TableAction> changes =
        [
            .. taken.Concat(again).Select(s => LeaseRows.Take(s, page.Shards.GetValueOrDefault(s), me.Id)),
            .. released.Select(s => LeaseRows.Release(s, page.Shards[s])),
            .. page.Replicas.Where(r => r.Id != me.Id && !others.Contains(r.Id)).Take(TableRules.MaxBatchActions - MostShardsAtOnce - 1).Select(r => new TableAction.Delete(LeaseRows.Replica(r.Id), r.Tag)),
        ];
        var isSilent = others.Count == 0 && page.Replicas.Any(r => r.Id == me.Id) && changes.Count == 0;
        var held = kept.Concat(taken).ToDictionary(s => s, s => (page.Shards.GetValueOrDefault(s)?.Fence ?? 0) + (taken.Contains(s) || again.Contains(s) ? 1 : 0));
        return new LeasePlan(isSilent ? [] : [LeaseRows.Sign(me.Id, me.Seat, me.At), .. changes], held);
    }

    private static bool IsFree(ShardRow? row, string me, IReadOnlyCollection<string> others) => row is null || (row.Owner != me && !others.Contains(row.Owner));
}
