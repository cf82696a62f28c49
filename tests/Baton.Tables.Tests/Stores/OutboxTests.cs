using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class OutboxTests : StoreTests
{
    private readonly Story story = Story.Of();

    private TableHandoffStore Store => new(Engine);

    [Fact]
    public async Task An_effect_is_claimed_sent_and_gone()
    {
        await story.KeepAsync(Store);
        var entry = (await Outbox())[0];
        var claimed = entry with { ClaimedUntil = House.Monday.AddSeconds(30), Attempts = 1 };
        Assert.True(await Keep(claimed));
        var again = (await Outbox())[0];
        Assert.Equal(claimed with { Tag = again.Tag }, again);
        var place = Place.Parse("console:sales");
        Assert.True(await Store.CommitAsync(new HandoffChange(story.Id) { Done = [again], Messages = [new CardMessage(place.ToString(), place, "7", 1)] }, default));
        var file = await Store.OpenAsync(story.Id, default);
        Assert.DoesNotContain(file!.Outbox, o => o.Effect.Id == entry.Effect.Id);
        Assert.Equal("7", Assert.Single(file.Messages).MessageId);
    }

    [Fact]
    public async Task Of_two_claims_one_wins()
    {
        await story.KeepAsync(Store);
        var entry = (await Outbox())[0];
        var won = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => Keep(entry with { ClaimedUntil = House.Monday.AddSeconds(i) }))));
        Assert.Single(won, true);
    }

    [Fact]
    public async Task What_somebody_else_claimed_meanwhile_is_not_recorded_by_the_old_tag_and_nothing_is_written()
    {
        var tag = await story.KeepAsync(Store);
        var entry = (await Outbox())[0];
        await Keep(entry with { Attempts = 1 });
        story.Then(House.Rep, new Intent.Accept());
        Assert.False(await Store.CommitAsync(story.Last with { Tag = tag, Done = [entry] }, default));
        Assert.Equal(1, (await Store.LoadAsync(story.Id, default))!.Handoff.Version);
    }

    [Fact]
    public async Task What_was_put_off_and_given_up_is_kept_with_its_reason()
    {
        await story.KeepAsync(Store);
        var entry = (await Outbox())[0] with { Attempts = 9, NotBefore = House.Monday.AddHours(1), Error = new string('x', 100_000), Dead = true };
        Assert.True(await Keep(entry));
        var kept = (await Outbox())[0];
        Assert.Equal((9, House.Monday.AddHours(1), true, null), (kept.Attempts, kept.NotBefore, kept.Dead, kept.ClaimedUntil));
        Assert.StartsWith("xxx", kept.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_oldest_effect_comes_first()
    {
        for (var i = 0; i < 12; i++)
            story.Then(House.Manager, i % 2 == 0 ? new Intent.Pause($"{i}") : new Intent.Resume());
        await story.KeepAsync(Store);
        var ids = (await Outbox()).Select(o => o.Effect.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.StartsWith("000001", ids[0], StringComparison.Ordinal);
        Assert.StartsWith("000013", ids[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_effect_may_be_born_claimed_and_be_done_by_its_maker_without_reading_it_back()
    {
        var mine = new OutboxEntry(story.Effects[0], "") { ClaimedUntil = House.Monday.AddSeconds(30), Attempts = 1 };
        Assert.True(await Store.CommitAsync(story.First with { Effects = [], Kept = [mine] }, default));
        Assert.Equal(mine, Assert.Single(await Outbox()) with { Tag = "" });
        Assert.True(await Store.CommitAsync(new HandoffChange(story.Id) { Done = [mine] }, default));
        Assert.Empty(await Outbox());
        Assert.False(await Store.CommitAsync(new HandoffChange(story.Id) { Done = [mine] }, default));
    }

    private Task<bool> Keep(OutboxEntry entry) => Store.CommitAsync(new HandoffChange(story.Id) { Kept = [entry] }, default);

    private async Task<IReadOnlyList<OutboxEntry>> Outbox() => (await Store.OpenAsync(story.Id, default))!.Outbox;
}
