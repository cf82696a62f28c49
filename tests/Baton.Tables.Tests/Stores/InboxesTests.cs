using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Nudges;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Sla;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class InboxesTests : StoreTests
{
    private TableInboxes Inboxes => new(Engine);

    [Fact]
    public async Task An_inbox_comes_back_as_it_was()
    {
        var inbox = new Inbox
        {
            Person = House.Rep.Email,
            Waiting = [Nudge(1), Tell(2)],
            Sending = new InboxSending("inbox-1", "slack", [Nudge(1).Key], House.Monday),
            Settled = [new InboxSettled(Tell(3), NudgeOutcome.Sent, new MessageRef(new Place("slack", "D1"), "1.2"), 4), new InboxSettled(Nudge(4), NudgeOutcome.Superseded)],
            Messages = 7,
            Failures = 2,
        };
        await Inboxes.ChangeAsync(House.Rep.Email, _ => inbox, default);

        var read = await Inboxes.LoadAsync(House.Rep.Email, default);

        Assert.Equal(inbox.Waiting, read.Waiting);
        Assert.Equal(inbox.Settled, read.Settled);
        Assert.Equal((inbox.Sending!.Id, inbox.Sending.Platform, inbox.Sending.ClaimedUntil), (read.Sending!.Id, read.Sending.Platform, read.Sending.ClaimedUntil));
        Assert.Equal(inbox.Sending.Keys, read.Sending.Keys);
        Assert.Equal((7, 2), (read.Messages, read.Failures));
    }

    [Fact]
    public async Task What_many_put_in_at_once_is_all_there_and_each_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => Inboxes.ChangeAsync(House.Rep.Email, inbox => inbox.With(Nudge(i % 10)), default))));

        Assert.Equal(10, (await Inboxes.LoadAsync(House.Rep.Email, default)).Waiting.Count);
        Assert.Empty((await Inboxes.LoadAsync(House.Manager.Email, default)).Waiting);
    }

    [Fact]
    public async Task What_changes_nothing_writes_nothing()
    {
        await Inboxes.ChangeAsync(House.Rep.Email, inbox => inbox.With(Nudge(1)), default);
        Engine.Reset();

        await Inboxes.ChangeAsync(House.Rep.Email, inbox => inbox.With(Nudge(1)), default);

        AssertTrips(1, 0, 0);
    }

    [Fact]
    public async Task An_inbox_that_a_long_absence_filled_is_kept()
    {
        await Inboxes.ChangeAsync(House.Rep.Email, inbox => inbox with { Waiting = [.. Enumerable.Range(0, 1500).Select(Nudge)] }, default);

        Assert.Equal(1500, (await Inboxes.LoadAsync(House.Rep.Email, default)).Waiting.Count);
    }

    private static InboxItem Nudge(int number) =>
        new(HandoffId.For("web", $"{number}"), new Effect.Nudge($"{number:D6}-nudge-owner", ClockKind.Accept, 80, LadderAction.NudgeOwner, House.Rep.Email, false));

    private static InboxItem Tell(int number) => new(HandoffId.For("web", $"{number}"), new Effect.Tell($"{number:D6}-tell", number, House.Rep.Email));
}
