using Baton.Handoffs.Handoffs;
using Baton.Tables.Sqlite;
using Baton.Tables.Tests.Sqlite;

namespace Baton.Tables.Tests.Stores;

/// <summary>Open facts where both batches are one transaction: the file itself, nothing around it.</summary>
public sealed class OpenFactsInOneFileTests : IAsyncLifetime
{
    private readonly TableFile file = new();
    private SqliteTableEngine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await file.OpenAsync();
        await BatonTables.CreateAsync(engine, default);
    }

    public async Task DisposeAsync()
    {
        await engine.DisposeAsync();
        file.Dispose();
    }

    [Fact]
    public async Task What_is_listed_is_the_newest_whoever_meets_and_nothing_else_is_kept()
    {
        HandoffState[] states = [HandoffState.Returned, HandoffState.Offered, HandoffState.Accepted, HandoffState.Rejected];
        var (random, facts, expected) = (new Random(13), new TableFacts(engine), new List<(HandoffId, int, HandoffState)>());
        for (var round = 0; round < 20; round++)
        {
            var all = Enumerable.Range(1, 12).Select(v => OpenFactsTests.Fact(v, states[random.Next(states.Length)], $"{round}")).ToArray();
            if (all[^1] is { WaitsForSales: true } newest)
                expected.Add((newest.Id, newest.Version, newest.State));
            random.Shuffle(all);
            await Task.WhenAll(all.Select(fact => Task.Run(() => facts.PutAsync(fact, default))));
        }

        Assert.Equal(expected.OrderBy(e => e.Item1.Value), (await facts.OpenAsync(default).Select(f => (f.Id, f.Version, f.State)).ToListAsync()).OrderBy(e => e.Id.Value));
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, await engine.ReadAllAsync(BatonTables.Facts, FactRows.Open, RowRange.All, default).CountAsync());
    }

    [Fact]
    public async Task What_came_from_an_account_with_notes_of_what_was_last_goes_on_and_may_go_back()
    {
        var (here, afar) = (new TableFacts(engine), new TableFacts(new Doubles.HookedTableEngine(engine)));
        await afar.PutAsync(OpenFactsTests.Fact(1, HandoffState.Rejected, "one"), default);
        await here.PutAsync(OpenFactsTests.Fact(2, HandoffState.Offered, "one"), default);
        Assert.Equal([2], await here.OpenAsync(default).Select(f => f.Version).ToListAsync());

        await afar.PutAsync(OpenFactsTests.Fact(3, HandoffState.Lost, "one"), default);

        Assert.Empty(await here.OpenAsync(default).ToListAsync());
    }
}
