using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class OpenFactsTests : StoreTests
{
    private static readonly HandoffState[] States = [HandoffState.Returned, HandoffState.Offered, HandoffState.Accepted, HandoffState.Rejected, HandoffState.Won];

    private TableFacts Facts => new(Engine);

    [Fact]
    public async Task A_handoff_is_listed_while_it_waits_for_sales_as_it_was_written_last()
    {
        await Facts.PutAsync(Fact(1, HandoffState.Returned), default);
        Assert.Empty(await Open());
        await Facts.PutAsync(Fact(2, HandoffState.Offered), default);
        await Facts.PutAsync(Fact(3, HandoffState.Accepted), default);
        Assert.Equal((3, HandoffState.Accepted), Assert.Single(await Open(), f => f.Version == 3) is var it ? (it.Version, it.State) : default);
        await Facts.PutAsync(Fact(4, HandoffState.Qualified), default);
        Assert.Empty(await Open());
    }

    [Fact]
    public async Task Asking_is_one_query_whatever_ever_was()
    {
        for (var i = 0; i < 30; i++) await Facts.PutAsync(Fact(1, i < 3 ? HandoffState.Offered : HandoffState.Lost, $"{i}"), default);
        Engine.Reset();

        Assert.Equal(3, (await Open()).Count);
        AssertTrips(0, 1, 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_write_that_dies_in_between_is_finished_by_the_next_try(int step)
    {
        await Facts.PutAsync(Fact(1, HandoffState.Offered), default);
        var commits = 0;
        Hooks.BeforeCommit = (_, _) => ++commits == step ? throw new TableUnavailableException(TableUnavailable.IoError, "Gone.", "Wait.") : Task.CompletedTask;
        await Assert.ThrowsAsync<TableUnavailableException>(() => Facts.PutAsync(Fact(2, HandoffState.Rejected), default));
        Hooks.BeforeCommit = (_, _) => Task.CompletedTask;

        await Facts.PutAsync(Fact(2, HandoffState.Rejected), default);

        Assert.Empty(await Open());
    }

    [Theory]
    [InlineData(1, HandoffState.Accepted, HandoffState.Rejected)]
    [InlineData(2, HandoffState.Accepted, HandoffState.Rejected)]
    [InlineData(1, HandoffState.Rejected, HandoffState.Offered)]
    [InlineData(2, HandoffState.Rejected, HandoffState.Offered)]
    [InlineData(1, HandoffState.Accepted, HandoffState.Contacted)]
    [InlineData(2, HandoffState.Accepted, HandoffState.Contacted)]
    public async Task An_older_fact_that_meets_the_newer_one_at_any_step_changes_nothing(int step, HandoffState older, HandoffState newer)
    {
        await Facts.PutAsync(Fact(1, HandoffState.Offered), default);
        var commits = 0;
        Hooks.BeforeCommit = (_, _) => ++commits == step ? new TableFacts(Hooks).PutAsync(Fact(3, newer), default) : Task.CompletedTask;

        await Facts.PutAsync(Fact(2, older), default);

        Assert.Equal(Fact(3, newer).WaitsForSales ? [3] : [], (await Open()).Select(f => f.Version));
    }

    [Fact]
    public async Task Whatever_meets_the_newest_fact_is_what_is_listed()
    {
        var random = new Random(11);
        for (var round = 0; round < 15; round++)
        {
            var facts = Enumerable.Range(1, 12).Select(v => Fact(v, States[random.Next(States.Length)], $"r{round}")).ToArray();
            var newest = facts[^1];
            random.Shuffle(facts);
            await Task.WhenAll(facts.Select(f => Task.Run(() => Facts.PutAsync(f, default))));
            Assert.Equal(newest.WaitsForSales ? [(12, newest.State)] : [], (await Open()).Where(f => f.Id == newest.Id).Select(f => (f.Version, f.State)));
        }
    }

    private static HandoffFact Fact(int version, HandoffState state, string id = "one") =>
        FactOf.Handoff(Stories.For(HandoffState.Offered).Handoff, House.Terms) with { Id = HandoffId.For("web", id), Version = version, State = state };

    private Task<List<HandoffFact>> Open() => All(Facts.OpenAsync(default));
}
