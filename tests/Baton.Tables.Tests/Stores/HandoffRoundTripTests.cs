using System.Globalization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class HandoffRoundTripTests : StoreTests
{
    public static readonly TheoryData<HandoffState> States = [.. Enum.GetValues<HandoffState>()];

    private TableHandoffStore Store => new(Engine);

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_handoff_in_each_state_comes_back_as_it_was(HandoffState state)
    {
        var story = Stories.For(state);
        Assert.Equal(state, story.Handoff.State);
        await story.KeepAsync(Store);
        await AssertKept(story);
    }

    [Fact]
    public async Task Random_histories_come_back_as_they_were()
    {
        var states = new HashSet<HandoffState>();
        for (var seed = 0; seed < 60; seed++)
        {
            var story = Stories.Random(seed);
            await story.KeepAsync(Store);
            await AssertKept(story);
            states.Add(story.Handoff.State);
        }

        Assert.True(states.Count >= 6, $"Only {string.Join(", ", states)} were reached.");
    }

    [Fact]
    public async Task A_lead_of_64_KB_comes_back_as_it_was()
    {
        var story = Story.Of(House.Lead() with { Need = string.Concat(Enumerable.Repeat("見積🤝\\\"", 9000)) });
        await story.KeepAsync(Store);
        await AssertKept(story);
    }

    [Fact]
    public async Task An_event_is_found_by_its_number()
    {
        var story = Stories.For(HandoffState.Won);
        await story.KeepAsync(Store);
        for (var number = 1; number <= story.Events.Count; number++)
            Assert.Equal(Story.Json(story.Events[number - 1]), Story.Json((await Store.EventAsync(story.Id, number, default))!));
        Assert.Null(await Store.EventAsync(story.Id, story.Events.Count + 1, default));
        Assert.Null(await Store.EventAsync(story.Id, 0, default));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("../../we/b#?\\|~\0%")]
    public async Task A_handoff_that_is_not_there_is_nothing(string id)
    {
        Assert.Null(await Store.LoadAsync(new HandoffId(id), default));
        Assert.Null(await Store.OpenAsync(new HandoffId(id), default));
        Assert.Empty(await All(Store.TimelineAsync(new HandoffId(id), default)));
    }

    [Fact]
    public async Task A_click_costs_one_read_and_one_commit_and_opening_one_query()
    {
        var story = Stories.For(HandoffState.Won);
        var tag = await story.KeepAsync(Store);
        Engine.Reset();
        await Store.LoadAsync(story.Id, default);
        AssertTrips(1, 0, 0);
        story.Then(House.Marketer, new Intent.Remark("congratulations", "m1"));
        var place = Place.Parse("console:sales");
        Assert.True(await Store.CommitAsync(story.Last with { Tag = tag, Messages = [new CardMessage(place.ToString(), place, "1", 1)] }, default));
        AssertTrips(1, 0, 1);
        await Store.OpenAsync(story.Id, default);
        AssertTrips(1, 1, 1);
    }

    [Fact]
    public async Task Opening_reads_no_event()
    {
        var story = Stories.For(HandoffState.Won);
        await story.KeepAsync(Store);
        var before = Hooks.RowsRead;
        var file = await Store.OpenAsync(story.Id, default);
        Assert.Equal(1 + file!.Outbox.Count, Hooks.RowsRead - before);
        Assert.NotEmpty(file.Outbox);
    }

    [Fact]
    public async Task A_timeline_longer_than_a_page_keeps_its_order()
    {
        var story = Story.Of();
        for (var i = 0; i < TableRules.MaxPageRows + 1; i++)
            story.Then(House.Marketer, new Intent.Remark($"{i}", i.ToString(CultureInfo.InvariantCulture)), 0.01);
        await story.KeepAsync(Store);
        Assert.Equal(story.Events.Select(Story.Json), (await All(Store.TimelineAsync(story.Id, default))).Select(Story.Json));
        Assert.Equal(story.Effects.Count, (await Store.OpenAsync(story.Id, default))!.Outbox.Count);
    }

    [Fact]
    public async Task Cards_are_known_by_their_channel_and_the_latest_counts()
    {
        var story = Story.Of();
        await story.KeepAsync(Store);
        var (slack, teams) = (Place.Parse("slack:C0/1#?"), Place.Parse("teams:19:a|b~@thread.tacv2"));
        await Commit(story.Id, new CardMessage(slack.ToString(), slack, "1.1", 1), new CardMessage(teams.ToString(), Place.Parse("teams:other;messageid=1"), "2", 1));
        await Commit(story.Id, new CardMessage(slack.ToString(), slack, "1.1", 2));
        var messages = (await Store.OpenAsync(story.Id, default))!.Messages;
        Assert.Equal(
            [new CardMessage(slack.ToString(), slack, "1.1", 2), new CardMessage(teams.ToString(), Place.Parse("teams:other;messageid=1"), "2", 1)],
            messages.OrderBy(m => m.Slot, StringComparer.Ordinal));
    }

    private async Task Commit(HandoffId id, params CardMessage[] messages) =>
        Assert.True(await Store.CommitAsync(new HandoffChange(id) { Messages = messages }, default));

    private async Task AssertKept(Story story)
    {
        var loaded = await Store.LoadAsync(story.Id, default);
        var opened = await Store.OpenAsync(story.Id, default);
        var timeline = await All(Store.TimelineAsync(story.Id, default));
        var expected = Story.Json(story.Handoff);
        Assert.Equal(expected, Story.Json(loaded!.Handoff));
        Assert.Equal(expected, Story.Json(opened!.Handoff));
        Assert.Equal(expected, Story.Json(Fold.All(timeline)!));
        Assert.Equal(loaded.Tag, opened.Tag);
        Assert.Equal(story.Events.Select(Story.Json), timeline.Select(Story.Json));
        var effects = story.Effects.OrderBy(e => e.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(effects, opened.Outbox.Select(o => o.Effect));
        Assert.Equal(effects.Select(e => e.NotBefore), opened.Outbox.Select(o => o.NotBefore));
    }
}
