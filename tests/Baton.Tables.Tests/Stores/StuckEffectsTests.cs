using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class StuckEffectsTests : StoreTests
{
    private static readonly HandoffId One = HandoffId.For("web", "1");
    private static readonly HandoffId Two = HandoffId.For("web", "2");

    private TableStuckEffects Stuck => new(Engine);

    [Fact]
    public async Task What_stands_still_comes_back_as_it_was()
    {
        foreach (var cause in Enum.GetValues<StuckCause>())
        {
            var effect = AnEffect(One, "000003-card/#") with { Cause = cause, RetriedAt = cause == StuckCause.Refused ? House.Monday.AddHours(1) : null };
            await Stuck.PutAsync(effect, default);

            Assert.Equal(effect, Assert.Single(await All(Stuck.AllAsync(default))));
        }
    }

    [Fact]
    public async Task One_that_is_put_again_replaces_what_was_said_of_it_and_no_other()
    {
        await Stuck.PutAsync(AnEffect(One, "a"), default);
        await Stuck.PutAsync(AnEffect(One, "b"), default);
        await Stuck.PutAsync(AnEffect(Two, "a"), default);
        await Stuck.PutAsync(AnEffect(One, "a") with { RetriedAt = House.Monday }, default);

        var all = await All(Stuck.AllAsync(default));

        Assert.Equal(3, all.Count);
        Assert.Equal((One, "a"), Assert.Single(all, s => s.RetriedAt is not null) is var retried ? (retried.Handoff, retried.Effect) : default);
    }

    [Fact]
    public async Task One_that_moves_again_is_off_the_list_and_taking_it_off_twice_is_harmless()
    {
        await Stuck.PutAsync(AnEffect(One, "a"), default);
        await Stuck.PutAsync(AnEffect(Two, "a"), default);

        await Stuck.RemoveAsync(One, "a", default);
        await Stuck.RemoveAsync(One, "a", default);

        Assert.Equal(Two, Assert.Single(await All(Stuck.AllAsync(default))).Handoff);
    }

    [Fact]
    public async Task What_a_platform_says_at_length_is_shortened()
    {
        await Stuck.PutAsync(AnEffect(One, "a") with { Why = new string('x', 100_000) }, default);

        Assert.Equal(2000, Assert.Single(await All(Stuck.AllAsync(default))).Why.Length);
    }

    [Fact]
    public async Task A_cause_of_a_newer_release_still_needs_a_person()
    {
        await Stuck.PutAsync(AnEffect(One, "a"), default);
        var row = Assert.Single(await RowsOf(BatonTables.Stuck, "effects"));
        await Engine.CommitAsync(BatonTables.Stuck, "effects", [new TableAction.Replace(row.RowKey, row.Values.With("cause", "Melted"), row.ETag)], default);

        Assert.Equal(StuckCause.Broken, Assert.Single(await All(Stuck.AllAsync(default))).Cause);
    }

    private static StuckEffect AnEffect(HandoffId handoff, string effect) =>
        new(handoff, effect, "showCard", Place.Parse("slack:C0/1"), StuckCause.PlaceLost, "is_archived", House.Monday);
}
