using Baton.Tables.Tests.Stores;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tables.Tests.Leases;

/// <summary>Random lives of a fleet: replicas that come, are killed, freeze, thaw and leave, with clocks that differ.</summary>
public class LeaseProperties : StoreTests
{
    private const int Lives = 25;
    private const int Steps = 40;
    private const int Shards = 7;

    [Fact]
    public async Task Whatever_happens_no_shard_has_two_and_half_a_minute_of_peace_evens_out()
    {
        foreach (var seed in Gen.Sample(Gen.Choose(0, int.MaxValue - 1), Lives, new Rnd(20261121), 50))
        {
            foreach (var row in await RowsOf(BatonTables.Leases, LeaseRows.Partition))
                await Engine.CommitAsync(BatonTables.Leases, LeaseRows.Partition, [new TableAction.Remove(row.RowKey)], default);
            await LiveAsync(seed);
        }
    }

    private async Task LiveAsync(int seed)
    {
        var chance = new Random(seed);
        using var fleet = new Fleet(Engine, Shards);
        var frozen = new List<ShardLeases>();
        for (var step = 0; step < Steps; step++)
        {
            await ActAsync(fleet, frozen, chance);
            Assert.True(fleet.HeldTwice.Count == 0, $"Seed {seed}, step {step}: two hold {string.Join(", ", fleet.HeldTwice)}.");
        }

        if (fleet.Up.Count == 0)
            fleet.Start();
        await fleet.BeatAsync((int)(TimeSpan.FromSeconds(30) / Fleet.Times.Beat));
        Assert.True(fleet.Shares.Sum() == Shards && fleet.Shares[0] - fleet.Shares[^1] <= 1, $"Seed {seed}: shares {string.Join(' ', fleet.Shares)}.");
    }

    private static async Task ActAsync(Fleet fleet, List<ShardLeases> frozen, Random chance)
    {
        var one = fleet.Up.Count > 0 ? fleet.Up[chance.Next(fleet.Up.Count)] : null;
        switch (chance.Next(10))
        {
            case 0 when fleet.Up.Count < 5:
                fleet.Start(TimeSpan.FromSeconds(chance.Next(-120, 121)));
                break;
            case 1 when one is not null:
                fleet.Silence(one);
                frozen.Add(one);
                break;
            case 2 when frozen.Count > 0:
                fleet.Up.Add(frozen[0]);
                frozen.RemoveAt(0);
                break;
            case 3 when one is not null:
                await one.LeaveAsync(default);
                fleet.Silence(one);
                break;
            case 4:
                fleet.Time.Pass(TimeSpan.FromSeconds(chance.Next(20)));
                break;
            default:
                await fleet.BeatAsync();
                break;
        }
    }
}
