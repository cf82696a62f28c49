using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Tables.Tests.Doubles;
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

    /// <summary>What becomes of a writer that was stopped in front of a commit while the handoff went on.</summary>
    public enum Fate
    {
        Dies,
        DiesAfterThatCommit,
        GoesOn,
    }

    [Theory]
    [InlineData(Fate.Dies)]
    [InlineData(Fate.DiesAfterThatCommit)]
    [InlineData(Fate.GoesOn)]
    public async Task A_writer_that_stops_at_any_step_while_the_handoff_goes_on_leaves_nothing_shown_that_is_past(Fate fate)
    {
        HandoffState[] some = [HandoffState.Offered, HandoffState.Rejected];
        var stopped = 0;
        foreach (var (first, late, newest, step) in from a in some from b in some from c in some from step in Enumerable.Range(1, 2) select (a, b, c, step))
        {
            var id = $"{first} {late} {newest} {step}";
            await Facts.PutAsync(Fact(1, first, id), default);
            var commits = 0;
            Hooks.BeforeCommit = async (_, _) =>
            {
                var commit = ++commits;
                if (commit == step)
                {
                    stopped++;
                    await new TableFacts(new HookedTableEngine(Hooks.Inner)).PutAsync(Fact(3, newest, id), default);
                }

                if ((fate == Fate.Dies && commit >= step) || (fate == Fate.DiesAfterThatCommit && commit > step))
                    throw new TableUnavailableException(TableUnavailable.IoError, "Dead.", "None.");
            };
            await Record.ExceptionAsync(() => Facts.PutAsync(Fact(2, late, id), default));
            Hooks.BeforeCommit = (_, _) => Task.CompletedTask;

            Assert.Equal(newest == HandoffState.Offered ? [3] : [], (await Open()).Where(f => f.Id == HandoffId.For("web", id)).Select(f => f.Version));
        }

        Assert.Equal(16, stopped);
    }

    [Fact]
    public async Task A_newer_fact_that_was_begun_and_never_written_is_told_to_whoever_comes_with_an_older_one()
    {
        await Facts.PutAsync(Fact(1, HandoffState.Offered), default);
        var commits = 0;
        Hooks.BeforeCommit = (_, _) => ++commits == 2 ? throw new TableUnavailableException(TableUnavailable.IoError, "Dead.", "None.") : Task.CompletedTask;
        await Assert.ThrowsAsync<TableUnavailableException>(() => Facts.PutAsync(Fact(3, HandoffState.Rejected), default));
        Hooks.BeforeCommit = (_, _) => Task.CompletedTask;

        Assert.False(await Facts.PutAsync(Fact(2, HandoffState.Accepted), default));
        Assert.True(await Facts.PutAsync(Fact(3, HandoffState.Rejected), default));
        Assert.True(await Facts.PutAsync(Fact(2, HandoffState.Accepted), default));
    }

    [Fact]
    public async Task A_fact_that_is_not_shown_though_it_should_be_is_no_obstacle()
    {
        await Facts.PutAsync(Fact(1, HandoffState.Offered), default);
        await Engine.CommitAsync(BatonTables.Facts, FactRows.Open, [new TableAction.Remove(FactRows.Row(Fact(1, HandoffState.Offered).Id))], default);

        await Facts.PutAsync(Fact(2, HandoffState.Rejected), default);
        await Facts.PutAsync(Fact(3, HandoffState.Accepted), default);

        Assert.Equal([3], (await Open()).Select(f => f.Version));
    }

    [Fact]
    public async Task Facts_that_were_written_without_a_note_of_what_was_last_are_hidden_and_shown_like_any()
    {
        foreach (var state in new[] { HandoffState.Offered, HandoffState.Rejected })
            await Facts.PutAsync(Fact(1, state, $"{state}"), default);
        foreach (var last in (await RowsOf(BatonTables.Facts, FactRows.Open)).Where(r => FactRows.IsLast(r.RowKey)))
            await Engine.CommitAsync(BatonTables.Facts, FactRows.Open, [new TableAction.Remove(last.RowKey)], default);

        await Facts.PutAsync(Fact(2, HandoffState.Won, $"{HandoffState.Offered}"), default);
        await Facts.PutAsync(Fact(2, HandoffState.Accepted, $"{HandoffState.Rejected}"), default);

        Assert.Equal([HandoffState.Accepted], (await Open()).Select(f => f.State));
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

    internal static HandoffFact Fact(int version, HandoffState state, string id = "one") =>
        FactOf.Handoff(Stories.For(HandoffState.Offered).Handoff, House.Terms) with { Id = HandoffId.For("web", id), Version = version, State = state };

    private Task<List<HandoffFact>> Open() => All(Facts.OpenAsync(default));
}
