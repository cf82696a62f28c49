using Baton.Tables.Tests.Stores;

namespace Baton.Tables.Tests.Leases;

public class ShardLeasesTests : StoreTests
{
    private const int Shards = 8;

    // What the product promises of a replica that comes or goes.
    private static readonly int BeatsIn30Seconds = (int)(TimeSpan.FromSeconds(30) / Fleet.Times.Beat);
    private static readonly int BeatsInLease = (int)(Fleet.Times.Lease / Fleet.Times.Beat);

    [Fact]
    public async Task One_alone_has_every_shard_after_its_first_beat()
    {
        using var fleet = new Fleet(Engine, Shards);
        var one = fleet.Start();
        Assert.Empty(one.Held);
        await one.BeatAsync(default);
        Assert.Equal(Enumerable.Range(0, Shards), one.Held);
        AssertTrips(0, 1, 1);
    }

    [Fact]
    public async Task One_alone_only_looks_from_then_on_and_keeps_its_shards()
    {
        using var fleet = new Fleet(Engine, Shards);
        var one = fleet.Start();
        await one.BeatAsync(default);
        Engine.Reset();
        await fleet.BeatAsync(3 * BeatsInLease);
        AssertTrips(0, 3 * BeatsInLease, 0);
        Assert.Equal(Shards, one.Held.Count);
    }

    [Fact]
    public async Task A_beat_beside_others_is_one_query_and_one_batch()
    {
        using var fleet = new Fleet(Engine, Shards);
        fleet.Start();
        fleet.Start();
        await fleet.BeatAsync(BeatsIn30Seconds);
        Engine.Reset();
        await fleet.BeatAsync();
        AssertTrips(0, 2, 2);
    }

    [Theory]
    [InlineData(2, "4 4")]
    [InlineData(3, "3 3 2")]
    [InlineData(10, "1 1 1 1 1 1 1 1 0 0")]
    public async Task Who_comes_has_its_share_within_half_a_minute(int replicas, string shares)
    {
        using var fleet = new Fleet(Engine, Shards);
        fleet.Start();
        await fleet.BeatAsync(2);
        for (var i = 1; i < replicas; i++)
            fleet.Start();
        for (var beat = 0; beat < BeatsIn30Seconds; beat++)
        {
            await fleet.BeatAsync();
            Assert.Empty(fleet.HeldTwice);
        }

        Assert.Equal(shares, string.Join(' ', fleet.Shares));
        Assert.All(fleet.Up, r => Assert.Equal(replicas, r.Living));
    }

    [Fact]
    public async Task A_killed_ones_shards_are_taken_within_a_lease_and_two_beats_and_not_before_the_lease()
    {
        using var fleet = new Fleet(Engine, Shards);
        var killed = fleet.Start();
        fleet.Start();
        await fleet.BeatAsync(BeatsIn30Seconds);
        fleet.Silence(killed);
        await fleet.BeatAsync(BeatsInLease - 1);
        Assert.Equal([4], fleet.Shares);
        await fleet.BeatAsync(2);
        Assert.Equal([8], fleet.Shares);
        Assert.Equal(1, fleet.Up[0].Living);
    }

    [Fact]
    public async Task A_frozen_one_holds_nothing_in_its_own_eyes_before_anybody_takes_it()
    {
        using var fleet = new Fleet(Engine, Shards);
        var frozen = fleet.Start();
        fleet.Start();
        await fleet.BeatAsync(BeatsIn30Seconds);
        fleet.Silence(frozen);
        for (var beat = 0; beat < 2 * BeatsInLease; beat++)
        {
            await fleet.BeatAsync();
            Assert.Empty(fleet.HeldTwice);
        }

        Assert.Empty(frozen.Held);
        fleet.Up.Add(frozen);
        await fleet.BeatAsync(BeatsIn30Seconds);
        Assert.Equal([4, 4], fleet.Shares);
    }

    [Fact]
    public async Task One_that_thaws_while_another_takes_its_shards_believes_nothing()
    {
        using var fleet = new Fleet(Engine, Shards);
        var frozen = fleet.Start();
        var other = fleet.Start();
        await fleet.BeatAsync(BeatsIn30Seconds);
        fleet.Silence(frozen);
        await fleet.BeatAsync(BeatsInLease - 1);
        fleet.Time.Pass(Fleet.Times.Beat * 2);
        Hooks.Once(BatonTables.Leases, async () =>
        {
            // Between its look and its batch.
            Hooks.BeforeCommit = (_, _) => Task.CompletedTask;
            await other.BeatAsync(default);
        });
        await frozen.BeatAsync(default);
        Assert.Empty(fleet.HeldTwice);
    }

    [Fact]
    public async Task Who_leaves_in_order_is_followed_with_the_next_beat()
    {
        using var fleet = new Fleet(Engine, Shards);
        var leaving = fleet.Start();
        fleet.Start();
        await fleet.BeatAsync(BeatsIn30Seconds);
        await leaving.LeaveAsync(default);
        Assert.Empty(leaving.Held);
        fleet.Silence(leaving);
        await fleet.BeatAsync();
        Assert.Equal([8], fleet.Shares);
        await leaving.BeatAsync(default);
        Assert.Empty(leaving.Held);
    }

    [Fact]
    public async Task Who_has_the_seat_of_a_dead_one_takes_its_shards_at_once()
    {
        using var fleet = new Fleet(Engine, Shards);
        await fleet.Start(seat: "baton.db-seat0").BeatAsync(default);
        var next = fleet.Start(seat: "baton.db-seat0");
        await next.BeatAsync(default);
        Assert.Equal(Shards, next.Held.Count);
    }

    [Fact]
    public async Task Who_has_another_seat_waits_whether_there_is_a_sign()
    {
        using var fleet = new Fleet(Engine, Shards);
        fleet.Silence(await Beaten(fleet.Start(seat: "baton.db-seat0")));
        var next = await Beaten(fleet.Start(seat: "baton.db-seat1"));
        Assert.Empty(next.Held);
        await fleet.BeatAsync(BeatsInLease);
        Assert.Equal(Shards, next.Held.Count);
    }

    [Fact]
    public async Task The_fence_grows_with_every_taking_and_with_nothing_else()
    {
        using var fleet = new Fleet(Engine, Shards);
        var one = await Beaten(fleet.Start());
        await fleet.BeatAsync(3);
        Assert.Equal(1, one.FenceOf(5));
        fleet.Silence(one);
        var two = fleet.Start();
        await fleet.BeatAsync(BeatsInLease + 2);
        Assert.Equal(2, two.FenceOf(5));
        Assert.Null(one.FenceOf(5));
    }

    [Fact]
    public async Task Clocks_that_differ_by_two_minutes_change_no_owner_and_are_noticed()
    {
        using var fleet = new Fleet(Engine, Shards);
        var slow = fleet.Start(TimeSpan.FromMinutes(-2));
        var right = fleet.Start();
        var fast = fleet.Start(TimeSpan.FromMinutes(2));
        await fleet.BeatAsync(BeatsIn30Seconds);
        var before = fleet.Up.ConvertAll(r => string.Join(' ', r.Held));
        await fleet.BeatAsync(10 * BeatsInLease);
        Assert.Equal(before, fleet.Up.ConvertAll(r => string.Join(' ', r.Held)));
        Assert.Equal([3, 3, 2], fleet.Shares);
        Assert.Equal(TimeSpan.Zero, slow.Ahead);
        Assert.InRange(right.Ahead, TimeSpan.FromMinutes(2) - Fleet.Times.Beat, TimeSpan.FromMinutes(2));
        Assert.InRange(fast.Ahead, TimeSpan.FromMinutes(4) - Fleet.Times.Beat, TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task Clocks_that_all_but_agree_hold_nobody_back_by_more_than_they_differ()
    {
        var difference = TimeSpan.FromMilliseconds(20);
        using var fleet = new Fleet(Engine, Shards);
        fleet.Start();
        fleet.Start(-difference);
        await fleet.BeatAsync(BeatsIn30Seconds);
        Assert.All(fleet.Up, r => Assert.InRange(r.Ahead, TimeSpan.Zero, difference));
    }

    [Fact]
    public async Task A_row_of_one_long_dead_is_cleared_away()
    {
        using var fleet = new Fleet(Engine, Shards);
        fleet.Silence(await Beaten(fleet.Start()));
        fleet.Start();
        await fleet.BeatAsync(BeatsInLease + 2);
        Assert.Single(await RowsOf(BatonTables.Leases, LeaseRows.Partition), r => r.RowKey.StartsWith("replica", StringComparison.Ordinal));
    }

    private static async Task<ShardLeases> Beaten(ShardLeases replica)
    {
        await replica.BeatAsync(default);
        return replica;
    }
}
