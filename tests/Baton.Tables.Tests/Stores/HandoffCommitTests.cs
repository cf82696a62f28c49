using System.Text;
using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class HandoffCommitTests : StoreTests
{
    private TableHandoffStore Store => new(Engine);

    [Fact]
    public async Task Of_two_commits_that_rest_on_the_same_version_one_wins()
    {
        var story = Story.Of();
        var tag = await story.KeepAsync(Store);
        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
        {
            var rival = Story.Of().Then(i % 2 == 0 ? House.Rep : House.Colleague, new Intent.Accept(), i);
            return Task.Run(() => Store.CommitAsync(rival.Last with { Tag = tag }, default));
        }));
        Assert.Single(won, true);
        Assert.Equal(2, (await Store.LoadAsync(story.Id, default))!.Handoff.Version);
        Assert.Equal(2, (await All(Store.TimelineAsync(story.Id, default))).Count);
    }

    [Fact]
    public async Task A_commit_that_lost_leaves_nothing()
    {
        var story = Story.Of();
        var tag = await story.KeepAsync(Store);
        story.Then(House.Rep, new Intent.Accept());
        Assert.True(await Store.CommitAsync(story.Last with { Tag = tag }, default));
        var before = await RowsOf(BatonTables.Handoffs, story.Id.Value);

        var late = Story.Of().Then(House.Colleague, new Intent.Accept(), 2);
        var place = Place.Parse("console:sales");
        Assert.False(await Store.CommitAsync(late.Last with { Tag = tag, Messages = [new CardMessage(place.ToString(), place, "1", 2)] }, default));
        Assert.Equal(before, await RowsOf(BatonTables.Handoffs, story.Id.Value));
    }

    [Fact]
    public async Task The_file_that_a_commit_answers_is_the_one_that_is_read_then()
    {
        var story = Story.Of();
        await story.KeepAsync(Store);
        var read = (await Store.OpenAsync(story.Id, default))!;
        story.Then(House.Rep, new Intent.Accept());
        var (place, busy) = (Place.Parse("console:sales"), House.Monday.AddMinutes(1));
        var change = story.Last with
        {
            Tag = read.Tag,
            Done = [read.Outbox[0]],
            Kept = [.. read.Outbox.Skip(1).Select(e => e with { ClaimedUntil = busy, ClaimedBy = "one", Attempts = 1 })],
            Messages = [new CardMessage(place.ToString(), place, "1", 2), new CardMessage("a topic", place, "2", 2)],
        };

        var answered = await Store.CommitAsync(read, change, default);

        Assert.Equal(Seen(await Store.OpenAsync(story.Id, default)), Seen(answered));
        Assert.Null(await Store.CommitAsync(read, change, default));
        var last = await Store.CommitAsync(answered!, new HandoffChange(story.Id) { After = answered!.Handoff, Tag = answered.Tag, Done = answered.Outbox, Messages = [answered.Messages[0] with { Version = 3 }] }, default);
        Assert.Empty(last!.Outbox);
        Assert.Equal(Seen(await Store.OpenAsync(story.Id, default)), Seen(last));
    }

    [Fact]
    public async Task A_commit_of_nothing_answers_the_file_as_it_was_read()
    {
        var story = Story.Of();
        await story.KeepAsync(Store);
        var read = (await Store.OpenAsync(story.Id, default))!;

        Assert.Same(read, await Store.CommitAsync(read, new HandoffChange(story.Id), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(read, new HandoffChange(story.Id) { Wake = new Wake(WakeKind.Handoff, story.Id.Value, House.Monday) }, default));
    }

    private static string Seen(HandoffFile? file) =>
        string.Join('\n', [file!.Tag, JsonSerializer.Serialize(file.Handoff, typeof(Handoff), HandoffJson.Stored), .. file.Messages.Select(m => m.ToString()), .. file.Outbox.Select(e => e.ToString())]);

    [Fact]
    public async Task A_handoff_begins_once()
    {
        var story = Story.Of();
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.CommitAsync(story.First, default))));
        Assert.Single(won, true);
    }

    [Fact]
    public async Task A_change_brings_the_wake_up_that_watches_over_it()
    {
        var agenda = new TableAgenda(Engine, 4);
        var story = Story.Of();
        var wake = new Wake(WakeKind.Handoff, story.Id.Value, House.Monday);

        Assert.True(await new TableHandoffStore(Engine, agenda).CommitAsync(story.First with { Wake = wake }, default));

        Assert.Equal([wake], await agenda.DueAsync(agenda.ShardOf(wake.Id), House.Monday, 10, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(story.First with { Wake = wake }, default));
    }

    [Fact]
    public async Task A_change_of_nothing_is_done_without_a_trip()
    {
        Assert.True(await Store.CommitAsync(new HandoffChange(new HandoffId("a")), default));
        Assert.Equal(0, Engine.RoundTrips);
    }

    [Fact]
    public async Task A_change_of_more_than_a_batch_is_refused_and_says_of_what_it_is()
    {
        var effects = Enumerable.Range(0, TableRules.MaxBatchActions + 1).Select(i => new Effect.RecordFact($"{i:D6}-fact", i)).ToArray();
        var change = new HandoffChange(new HandoffId("a")) { Effects = effects };
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(change, default));
        Assert.Contains("101 effects", refused.Message, StringComparison.Ordinal);
        Assert.True(await Store.CommitAsync(change with { Effects = effects[1..] }, default));
    }

    [Fact]
    public async Task Events_without_the_snapshot_after_them_are_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(Story.Of().First with { After = null }, default));

    [Fact]
    public async Task A_snapshot_of_a_newer_release_is_refused_before_it_is_parsed()
    {
        var story = Story.Of();
        await story.KeepAsync(Store);
        await Rewrite(story.Id, values => values.With("schema", Handoff.CurrentSchema + 1).With("json0", "{\"new\":"u8.ToArray()));
        var refused = await Assert.ThrowsAsync<NewerSchemaException>(() => Store.LoadAsync(story.Id, default));
        Assert.Equal((Handoff.CurrentSchema + 1, Handoff.CurrentSchema), (refused.Found, refused.Known));
        await Assert.ThrowsAsync<NewerSchemaException>(() => Store.OpenAsync(story.Id, default));
    }

    [Fact]
    public async Task A_snapshot_of_an_older_release_is_read_and_written_back_in_todays_form()
    {
        var story = Story.Of();
        await story.KeepAsync(Store);
        var older = story.Handoff with { Schema = 1 };
        var json = Story.Json(older).Replace("\"hops\":0,", "", StringComparison.Ordinal).Replace("{\"schema\"", "{\"gone\":[1],\"schema\"", StringComparison.Ordinal);
        await Rewrite(story.Id, values => values.With("schema", older.Schema).With("json0", Encoding.UTF8.GetBytes(json)).With("origin0", null));

        var read = await Store.LoadAsync(story.Id, default);
        story.Then(House.Rep, new Intent.Accept());
        await Store.CommitAsync(story.Last with { Tag = read!.Tag }, default);
        var row = await Row(story.Id);

        Assert.Contains("\"lead\"", json, StringComparison.Ordinal);
        Assert.Equal(Story.Json(story.First.After!), Story.Json(read.Handoff));
        Assert.Equal(Story.Json(story.Handoff), Story.Json((await Store.LoadAsync(story.Id, default))!.Handoff));
        Assert.Equal((2, false, true), (row.Values.GetInt32("schema"), Text(row, "json0").Contains("\"lead\"", StringComparison.Ordinal), Text(row, "origin0").StartsWith("{\"lead\":", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lead_and_score_pass_through_a_change_as_they_were_stored()
    {
        var story = Story.Of();
        await story.KeepAsync(Store);
        var mine = "{ \"keptByALaterRelease\": 1," + Text(await Row(story.Id), "origin0")[1..];
        await Rewrite(story.Id, values => values.With("origin0", Encoding.UTF8.GetBytes(mine)));

        var read = await Store.LoadAsync(story.Id, default);
        var events = Assert.IsType<Decision.Happens>(Decide.On(read!.Handoff, new Intent.Accept(), House.Rep, House.Terms, story.Now)).Events;
        await Store.CommitAsync(HandoffDesk.Change(read.Handoff, read.Tag, events, House.Terms), default);

        Assert.Equal(mine, Text(await Row(story.Id), "origin0"));
        Assert.Equal("Accepted", (await Row(story.Id)).Values.GetString("state"));
        Assert.Equal(story.Handoff.Lead.ExternalId, (await Store.LoadAsync(story.Id, default))!.Handoff.Lead.ExternalId);
    }

    [Fact]
    public async Task A_change_that_does_not_ask_for_the_lead_does_not_read_it()
    {
        var story = Story.Of();
        await story.KeepAsync(Store);
        await Rewrite(story.Id, values => values.With("origin0", "not JSON"u8.ToArray()));

        var read = await Store.LoadAsync(story.Id, default);
        await Store.CommitAsync(new HandoffChange(story.Id) { After = read!.Handoff with { Hops = 7 }, Tag = read.Tag }, default);

        Assert.Equal("not JSON", Text(await Row(story.Id), "origin0"));
        Assert.Equal(7, (await Store.LoadAsync(story.Id, default))!.Handoff.Hops);
    }

    [Fact]
    public async Task A_lead_that_marketing_has_mended_is_the_one_that_is_stored()
    {
        var story = Story.Of();
        var tag = await story.KeepAsync(Store);
        var read = (await Store.LoadAsync(story.Id, default))!.Handoff;
        var mended = read with { Lead = read.Lead with { Need = "mended" } };

        await Store.CommitAsync(new HandoffChange(story.Id) { After = mended, Tag = tag }, default);

        Assert.Equal(("mended", read.Score.Total), ((await Store.LoadAsync(story.Id, default))!.Handoff.Lead.Need, mended.Score.Total));
    }

    [Fact]
    public async Task State_and_version_can_be_read_beside_the_json()
    {
        var story = Stories.For(HandoffState.Rejected);
        await story.KeepAsync(Store);
        var row = await Engine.GetAsync(BatonTables.Handoffs, story.Id.Value, "handoff", default);
        Assert.Equal("Rejected", row!.Values.GetString("state"));
        Assert.Equal(story.Handoff.Version, row.Values.GetInt32("version"));
        Assert.Equal(Handoff.CurrentSchema, row.Values.GetInt32("schema"));
    }

    private static string Text(TableRow row, string property) => Encoding.UTF8.GetString(row.Values.GetBinary(property));

    private async Task<TableRow> Row(HandoffId id) => (await Engine.GetAsync(BatonTables.Handoffs, id.Value, "handoff", default))!;

    private async Task Rewrite(HandoffId id, Func<TableValues, TableValues> change)
    {
        var row = await Engine.GetAsync(BatonTables.Handoffs, id.Value, "handoff", default);
        await Engine.CommitAsync(BatonTables.Handoffs, id.Value, [new TableAction.Upsert("handoff", change(row!.Values))], default);
    }
}
