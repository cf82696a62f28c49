using Baton.Handoffs.Erasing;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

/// <summary>Two erasures that meet on one event: the person's own takes the person out, a relative's takes the relative's name out.</summary>
public class RewriteRaceTests : StoreTests
{
    private const string RelativeName = "太郎 山田";
    private static readonly HandoffId Relative = new("a-relative");
    private static readonly HandoffId OtherRelative = new("another-relative");

    private TableHandoffStore Store => new(Engine);

    public static TheoryData<string, string> Meetings => new() { { "own", "relative" }, { "relative", "own" }, { "relative", "other" }, { "other", "relative" } };

    [Theory]
    [MemberData(nameof(Meetings))]
    public async Task What_two_erasures_take_out_of_an_event_is_gone_whoever_writes_between_the_others_read_and_write(string slow, string quick)
    {
        var id = await SettleAsync();
        Hooks.Once(BatonTables.Handoffs, () => Store.RewriteAsync(id, Erasure(quick), default));

        await Store.RewriteAsync(id, Erasure(slow), default);

        await AssertBothAsync(id, slow, quick);
    }

    [Theory]
    [MemberData(nameof(Meetings))]
    public async Task What_two_erasures_take_out_of_an_event_is_gone_whoever_writes_while_the_other_computes(string slow, string quick)
    {
        var id = await SettleAsync();
        var others = new Lazy<Task>(() => Task.Run(() => Store.RewriteAsync(id, Erasure(quick), default)));

        await Store.RewriteAsync(id, happened =>
        {
            Assert.True(others.Value.Wait(Patience));
            return Erasure(slow)(happened);
        }, default);

        await AssertBothAsync(id, slow, quick);
    }

    [Fact]
    public async Task An_event_that_is_as_it_was_is_not_written()
    {
        var id = await SettleAsync();
        var before = await RowsOf(BatonTables.Handoffs, id.Value);

        await Store.RewriteAsync(id, happened => happened, default);

        Assert.Equal(before, await RowsOf(BatonTables.Handoffs, id.Value));
    }

    private static Func<HandoffEvent, HandoffEvent> Erasure(string whose) => whose switch
    {
        "own" => ErasedHistory.Of,
        "relative" => happened => ErasedHistory.Of(happened, Relative),
        _ => happened => ErasedHistory.Of(happened, OtherRelative),
    };

    // What both erasures leave of what happened, told from the events as they were and in no order: each takes out its own.
    private async Task AssertBothAsync(HandoffId id, string one, string other)
    {
        var was = Received();
        var left = Assert.IsType<HandoffEvent.Received>(await Store.EventAsync(id, 1, default));
        Assert.Equal(Story.Json(Erasure(one)(Erasure(other)(was))), Story.Json(left));
        Assert.DoesNotContain(left.Relatives!, r => r.Contact is not null);
        Assert.Equal("own" == one || "own" == other, left.Lead.Contact.Name is null);
    }

    private static HandoffEvent.Received Received() => Assert.IsType<HandoffEvent.Received>(Story.Of().First.Events[0]) with
    {
        Relatives = [Named(Relative), Named(OtherRelative)],
    };

    private static RelatedHandoff Named(HandoffId id) => new(id, HandoffState.Offered, false, RelativeName, null, House.Monday);

    private async Task<HandoffId> SettleAsync()
    {
        var story = Story.Of();
        Assert.True(await Store.CommitAsync(story.First with { Events = [Received()] }, default));
        return story.Id;
    }
}
