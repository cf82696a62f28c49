using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class WaitingCardsTests : StoreTests
{
    private static readonly Place Sales = new("slack", "C0/1");
    private static readonly Place Field = new("slack", "C0/2");

    private TableWaitingCards Waiting => new(Engine);

    [Fact]
    public async Task Cards_wait_each_once_and_each_at_its_place()
    {
        var (one, two) = (HandoffId.For("web", "1"), HandoffId.For("web", "2"));
        await Waiting.AddAsync(Sales, one, default);
        await Waiting.AddAsync(Sales, one, default);
        await Waiting.AddAsync(Sales, two, default);
        await Waiting.AddAsync(Field, two, default);

        Assert.Equal(new HashSet<HandoffId> { one, two }, (await Waiting.AllAsync(Sales, default)).ToHashSet());
        Assert.Equal(2, (await Waiting.AllAsync(Sales, default)).Count);
        await Waiting.RemoveAsync(Sales, two, default);
        await Waiting.RemoveAsync(Sales, two, default);
        Assert.Equal([one], await Waiting.AllAsync(Sales, default));
        Assert.Equal([two], await Waiting.AllAsync(Field, default));
    }

    [Fact]
    public async Task More_cards_than_a_page_holds_are_all_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 1200).Select(n => Waiting.AddAsync(Sales, HandoffId.For("web", $"{n}"), default)));

        Assert.Equal(1200, (await Waiting.AllAsync(Sales, default)).Distinct().Count());
    }

    [Fact]
    public async Task A_line_comes_back_as_it_was_before_and_after_its_message_is_known()
    {
        Assert.Null(await Waiting.LineAsync(Sales, default));
        Assert.True(await Waiting.SaveLineAsync(new WaitingLine(Sales, House.Monday, ""), default));
        var begun = (await Waiting.LineAsync(Sales, default))!;
        Assert.Equal((Sales, House.Monday, null, 0), (begun.Place, begun.Since, begun.Message, begun.Shown));

        Assert.True(await Waiting.SaveLineAsync(begun with { Message = new MessageRef(Sales, "1.2"), Shown = 17 }, default));

        var shown = (await Waiting.LineAsync(Sales, default))!;
        Assert.Equal((new MessageRef(Sales, "1.2"), 17), (shown.Message, shown.Shown));
        Assert.Null(await Waiting.LineAsync(Field, default));
    }

    [Fact]
    public async Task Of_lines_begun_at_once_one_is_first_and_a_stale_one_writes_and_forgets_nothing()
    {
        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Waiting.SaveLineAsync(new WaitingLine(Sales, House.Monday, ""), default))));
        Assert.Single(first, won => won);

        var stale = (await Waiting.LineAsync(Sales, default))!;
        await Waiting.SaveLineAsync(stale with { Shown = 5 }, default);
        Assert.False(await Waiting.SaveLineAsync(stale with { Shown = 6 }, default));
        Assert.False(await Waiting.ForgetLineAsync(stale, default));

        Assert.True(await Waiting.ForgetLineAsync((await Waiting.LineAsync(Sales, default))!, default));
        Assert.Null(await Waiting.LineAsync(Sales, default));
    }
}
