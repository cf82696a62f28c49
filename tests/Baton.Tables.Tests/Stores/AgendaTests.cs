using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class AgendaTests : StoreTests
{
    private static readonly DateTimeOffset Now = House.Monday;

    private TableAgenda Agenda => new(Engine, 4);

    [Fact]
    public async Task What_is_due_comes_earliest_first_and_what_is_not_stays()
    {
        await Add("a", 3, 1, -1, 0, 200, -90_000);
        Assert.Equal([-90_000, -1, 0], (await Due("a")).Select(w => (int)(w.Due - Now).TotalSeconds));
        Assert.All(await Due("a"), wake => Assert.Equal((WakeKind.Handoff, "a"), (wake.Kind, wake.Id)));
    }

    [Fact]
    public async Task The_instant_itself_is_due_and_a_tick_later_is_not()
    {
        var agenda = Agenda;
        Wake at = new(WakeKind.Digest, "week", Now), after = at with { Due = Now.AddTicks(1) };
        await agenda.AddAsync(at, default);
        await agenda.AddAsync(after, default);
        Assert.Equal([at], await agenda.DueAsync(agenda.ShardOf("week"), Now, 10, default));
        Assert.Equal([at, after], await agenda.DueAsync(agenda.ShardOf("week"), DateTimeOffset.MaxValue, 10, default));
    }

    [Fact]
    public async Task An_idle_sweep_is_one_query_that_reads_no_row()
    {
        var agenda = Agenda;
        for (var i = 0; i < 50; i++)
            await agenda.AddAsync(new Wake(WakeKind.Handoff, "a", Now.AddSeconds(i + 1)), default);
        Engine.Reset();
        var before = Hooks.RowsRead;
        Assert.Empty(await agenda.DueAsync(agenda.ShardOf("a"), Now, 1000, default));
        AssertTrips(0, 1, 0);
        Assert.Equal(before, Hooks.RowsRead);
    }

    [Fact]
    public async Task A_wake_up_is_one_write_and_the_same_twice_is_one_row()
    {
        var agenda = Agenda;
        await agenda.AddAsync(new Wake(WakeKind.Handoff, "a", Now), default);
        Engine.Reset();
        await agenda.AddAsync(new Wake(WakeKind.Handoff, "a", Now.ToOffset(TimeSpan.FromHours(9))), default);
        AssertTrips(0, 0, 1);
        Assert.Single(await Due("a"));
    }

    [Fact]
    public async Task No_more_are_taken_than_asked_for()
    {
        await Add("a", -3, -2, -1);
        var due = await Agenda.DueAsync(Agenda.ShardOf("a"), Now, 2, default);
        Assert.Equal([-3, -2], due.Select(w => (int)(w.Due - Now).TotalSeconds));
    }

    [Fact]
    public async Task Wake_ups_that_are_gone_keep_no_other_from_being_removed()
    {
        var agenda = Agenda;
        var wakes = Enumerable.Range(0, 350).Select(i => new Wake(WakeKind.Handoff, $"id{i}", Now.AddSeconds(-i))).ToList();
        await Task.WhenAll(wakes.Select(w => agenda.AddAsync(w, default)));
        await agenda.RemoveAsync([wakes[7], wakes[7]], default);
        await agenda.RemoveAsync(wakes[..340], default);
        await agenda.RemoveAsync(wakes[..1], default);
        var left = new List<Wake>();
        for (var shard = 0; shard < agenda.Shards; shard++)
            left.AddRange(await agenda.DueAsync(shard, Now, 1000, default));
        Assert.Equal(wakes[340..].OrderBy(w => w.Id, StringComparer.Ordinal), left.OrderBy(w => w.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Removing_a_shards_hundred_is_one_batch()
    {
        var agenda = new TableAgenda(Engine, 1);
        var wakes = Enumerable.Range(0, 100).Select(i => new Wake(WakeKind.Handoff, $"id{i}", Now)).ToList();
        await Task.WhenAll(wakes.Select(w => agenda.AddAsync(w, default)));
        Engine.Reset();
        await agenda.RemoveAsync(wakes, default);
        AssertTrips(0, 0, 1);
        await agenda.RemoveAsync([], default);
        AssertTrips(0, 0, 1);
    }

    [Fact]
    public async Task The_next_wake_up_takes_the_place_of_those_handled_in_one_commit()
    {
        var agenda = Agenda;
        await agenda.AddAsync(Of("a", -2), default);
        await agenda.AddAsync(Of("a", -1), default);
        Engine.Reset();
        await agenda.ReplaceAsync([Of("a", -2), Of("a", -1)], Of("a", 0), default);
        AssertTrips(0, 0, 1);
        Assert.Equal([Of("a", 0)], await Due("a"));
    }

    [Fact]
    public async Task The_next_wake_up_is_written_although_those_handled_are_gone_or_are_the_same()
    {
        await Add("a", -1);
        await Agenda.ReplaceAsync([Of("a", -2), Of("a", -1), Of("a", 0)], Of("a", 0), default);
        Assert.Equal([Of("a", 0)], await Due("a"));
    }

    [Fact]
    public async Task Another_number_of_shards_is_refused_in_whatever_is_asked()
    {
        await Add("a", -1);
        var other = new TableAgenda(Engine, 5);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => other.DueAsync(0, Now, 1, default));
        Assert.Contains("4", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.AddAsync(new Wake(WakeKind.Handoff, "a", Now), default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.RemoveAsync([], default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.AgreeAsync(default).AsTask());
        await Agenda.AgreeAsync(default);
    }

    [Fact]
    public async Task Of_two_processes_that_settle_the_number_of_shards_both_get_the_first_ones()
    {
        Hooks.Once(BatonTables.Agenda, async () => await new TableAgenda(Hooks, 5).AgreeAsync(default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Agenda.AgreeAsync(default).AsTask());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_number_of_shards_out_of_range_is_refused(int shards) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TableAgenda(Engine, shards));

    [Fact]
    public async Task A_shard_that_there_is_not_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Agenda.DueAsync(4, Now, 1, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Agenda.DueAsync(-1, Now, 1, default));
    }

    [Fact]
    public void Shards_are_the_same_for_ever()
    {
        var agenda = new TableAgenda(Engine, 16);
        Assert.Equal([5, 4, 0, 5], new[] { "0000000000000000", "a", "恵", "" }.Select(agenda.ShardOf));
    }

    [Fact]
    public void Handoffs_spread_evenly()
    {
        var agenda = new TableAgenda(Engine, 16);
        var counts = Enumerable.Range(0, 16_000).CountBy(i => agenda.ShardOf(HandoffId.For("hubspot", $"{i}").Value));
        Assert.All(counts, shard => Assert.InRange(shard.Value, 800, 1200));
    }

    [Fact]
    public async Task A_kind_that_only_a_newer_release_knows_is_left_to_it()
    {
        await Add("a", -2);
        await Engine.CommitAsync(BatonTables.Agenda, $"shard|{Agenda.ShardOf("a"):D2}", [new TableAction.Insert($"{Now.AddSeconds(-3).UtcTicks:D19}|Later|a", new() { { "kind", "Later" }, { "id", "a" } })], default);
        Assert.Equal(WakeKind.Handoff, Assert.Single(await Agenda.DueAsync(Agenda.ShardOf("a"), Now, 1, default)).Kind);
    }

    [Fact]
    public async Task Any_id_can_wake_up()
    {
        string[] ids = ["", "a|b", "../x\\#?\0~", new('名', 3000), "rep@x.example|2026-W47"];
        foreach (var id in ids)
        {
            await Add(id, -1);
            Assert.Equal(id, Assert.Single(await Due(id), w => w.Id == id).Id);
            await Agenda.RemoveAsync([new Wake(WakeKind.Handoff, id, Now.AddSeconds(-1))], default);
            Assert.DoesNotContain(await Due(id), w => w.Id == id);
        }
    }

    private static Wake Of(string id, int second) => new(WakeKind.Handoff, id, Now.AddSeconds(second));

    private async Task Add(string id, params int[] seconds)
    {
        foreach (var second in seconds)
            await Agenda.AddAsync(new Wake(WakeKind.Handoff, id, Now.AddSeconds(second)), default);
    }

    private Task<IReadOnlyList<Wake>> Due(string id) => Agenda.DueAsync(Agenda.ShardOf(id), Now, 1000, default);
}
