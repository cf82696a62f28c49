using System.Text.Json;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class FactsTests : StoreTests
{
    private const string Early = "2026-W46";
    private const string Late = "2026-W47";

    private TableFacts Facts => new(Engine);

    [Fact]
    public async Task The_fact_of_each_state_comes_back_as_it_was()
    {
        foreach (var state in Enum.GetValues<HandoffState>())
        {
            var fact = FactOf.Handoff(Stories.For(state).Handoff, House.Terms) with { Id = HandoffId.For("web", $"{state}"), Week = $"2026-W{(int)state:D2}" };
            await Facts.PutAsync(fact, default);
            Assert.Equal(Json(fact), Json(Assert.Single(await Of(fact.Week))));
        }
    }

    [Fact]
    public async Task An_older_version_never_replaces_a_newer_one()
    {
        var puts = Enumerable.Range(1, 20).Select(version => Task.Run(() => Facts.PutAsync(Fact(version), default)));
        await Task.WhenAll(puts.Reverse());
        Assert.Equal(20, Assert.Single(await Of(Late)).Version);
        await Facts.PutAsync(Fact(19), default);
        Assert.Equal(20, Assert.Single(await Of(Late)).Version);
    }

    [Fact]
    public async Task The_same_version_is_counted_anew_when_it_says_something_else()
    {
        await Facts.PutAsync(Fact(1), default);
        await Facts.PutAsync(Fact(1) with { Campaign = "other terms" }, default);
        Assert.Equal("other terms", Assert.Single(await Of(Late)).Campaign);
    }

    [Fact]
    public async Task A_fact_that_stays_in_its_week_is_two_reads_and_two_writes_and_the_same_again_one_read()
    {
        await Facts.PutAsync(Fact(1), default);
        Engine.Reset();
        await Facts.PutAsync(Fact(2), default);
        AssertTrips(2, 0, 2);
        await Facts.PutAsync(Fact(2), default);
        AssertTrips(3, 0, 2);
    }

    [Fact]
    public async Task Weeks_are_listed_oldest_first_and_once()
    {
        Assert.Empty(await Facts.WeeksAsync(default));
        foreach (var (id, week) in new[] { ("1", Late), ("2", Early), ("3", Late), ("4", "2025-W52") })
            await Facts.PutAsync(Fact(1, week) with { Id = new HandoffId(id) }, default);
        Assert.Equal(["2025-W52", Early, Late], await Facts.WeeksAsync(default));
        Assert.Equal(["1", "3"], (await Of(Late)).Select(f => f.Id.Value));
    }

    [Fact]
    public async Task A_fact_whose_week_changed_is_counted_in_the_new_one_only()
    {
        await Facts.PutAsync(Fact(1, Early), default);
        await Facts.PutAsync(Fact(2, Late), default);
        await AssertCounted(Late, 2);
        await Facts.PutAsync(Fact(1, Early), default);
        await AssertCounted(Late, 2);
        await Facts.PutAsync(Fact(3, Early), default);
        await AssertCounted(Early, 3);
        await Facts.PutAsync(Fact(2, Late), default);
        await AssertCounted(Early, 3);
    }

    [Fact]
    public async Task An_older_fact_that_was_never_written_does_not_come_after_the_newer_one()
    {
        await Facts.PutAsync(Fact(2, Late), default);
        await Facts.PutAsync(Fact(1, Early), default);
        await AssertCounted(Late, 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_move_that_dies_at_any_step_never_counts_twice_and_is_finished_by_the_next_try(int step)
    {
        await Facts.PutAsync(Fact(1, Early), default);
        var commits = 0;
        Hooks.BeforeCommit = (_, _) => ++commits == step ? throw new TableUnavailableException(TableUnavailable.IoError, "Gone.", "Wait.") : Task.CompletedTask;
        await Assert.ThrowsAsync<TableUnavailableException>(() => Facts.PutAsync(Fact(2, Late), default));
        Hooks.BeforeCommit = (_, _) => Task.CompletedTask;
        Assert.True((await Of(Early)).Count + (await Of(Late)).Count <= 1);
        Assert.Equal(step == 1, await Facts.PutAsync(Fact(1, Early), default));
        Assert.Equal(step == 1 ? 1 : 0, (await Of(Early)).Count);
        await Facts.PutAsync(Fact(2, Late), default);
        await AssertCounted(Late, 2);
        Assert.Equal([Early, Late], await Facts.WeeksAsync(default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_move_that_meets_the_older_fact_at_any_step_counts_once(int step)
    {
        await MeetAt(step, Fact(3, Early), Fact(2, Late));
        await AssertCounted(Early, 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_move_that_meets_another_move_at_any_step_counts_once(int step)
    {
        await MeetAt(step, Fact(3, "2026-W48"), Fact(2, Late));
        await AssertCounted("2026-W48", 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_first_fact_that_meets_its_move_at_any_step_counts_once(int step)
    {
        var commits = 0;
        Hooks.BeforeCommit = (_, _) => ++commits == step ? new TableFacts(Hooks).PutAsync(Fact(2, Late), default) : Task.CompletedTask;
        await Facts.PutAsync(Fact(1, Early), default);
        await AssertCounted(Late, 2);
    }

    [Fact]
    public async Task Whatever_meets_the_newest_fact_is_what_is_counted()
    {
        var random = new Random(7);
        for (var round = 0; round < 15; round++)
        {
            var id = HandoffId.For("web", $"{round}");
            var facts = Enumerable.Range(1, 12).Select(v => Fact(v, $"2026-W0{random.Next(1, 4)}") with { Id = id }).ToArray();
            random.Shuffle(facts);
            await Task.WhenAll(facts.Select(f => Task.Run(() => Facts.PutAsync(f, default))));
            var counted = (await Of("2026-W01")).Concat(await Of("2026-W02")).Concat(await Of("2026-W03")).Where(f => f.Id == id);
            Assert.Equal(12, Assert.Single(counted).Version);
        }
    }

    private static HandoffFact Fact(int version, string week = Late) =>
        FactOf.Handoff(Stories.For(HandoffState.Rejected).Handoff, House.Terms) with { Version = version, Week = week };

    private static string Json(HandoffFact fact) => JsonSerializer.Serialize(fact, HandoffJson.Stored.HandoffFact);

    // Version 1 is in the early week; just before the first act's step, the other happens whole.
    private async Task MeetAt(int step, HandoffFact other, HandoffFact first)
    {
        await Facts.PutAsync(Fact(1, Early), default);
        var commits = 0;
        Hooks.BeforeCommit = (_, _) => ++commits == step ? new TableFacts(Hooks).PutAsync(other, default) : Task.CompletedTask;
        await Facts.PutAsync(first, default);
        Hooks.BeforeCommit = (_, _) => Task.CompletedTask;
        await Facts.PutAsync(other, default);
    }

    private async Task AssertCounted(string week, int version)
    {
        foreach (var each in await Facts.WeeksAsync(default))
            Assert.Equal(each == week ? [version] : [], (await Of(each)).Select(f => f.Version));
        Assert.Contains(week, await Facts.WeeksAsync(default));
    }

    private Task<List<HandoffFact>> Of(string week) => All(Facts.OfWeekAsync(week, default));
}
