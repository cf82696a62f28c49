using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Tests.Doubles;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Handoffs.Desk;

public sealed class HandoffDeskTests
{
    private readonly World world = new();

    [Fact]
    public async Task A_click_is_two_round_trips_in_sequence()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        await process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default);

        // The wake-up is written beside the read.
        Assert.Equal(["agenda.add", "store.load", "store.commit"], process.Wire.Calls);
        Assert.Equal(id, Assert.Single(process.Kicks).Id);
    }

    [Fact]
    public async Task Of_two_simultaneous_accepts_one_wins_and_the_other_is_told_who_did()
    {
        var id = await world.OfferAsync();
        var (slow, quick) = (world.Start(), world.Start());
        slow.Wire.Before = async call =>
        {
            if (call != "store.commit") return;
            slow.Wire.Before = null;
            Assert.IsType<DeskAnswer.Done>(await quick.Desk.HandleAsync(id, new Intent.Accept(), Ben, world.Now, default));
        };

        var answer = await slow.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default);

        Assert.Equal(Ben.Email, Assert.IsType<Refusal.AlreadyTaken>(Assert.IsType<DeskAnswer.Refused>(answer).Why).By);
        Assert.Equal(Ben.Email, world.Handoff(id).Owner);
        Assert.Single(world.Timeline(id).OfType<HandoffEvent.Accepted>());
    }

    [Fact]
    public async Task What_does_not_contradict_is_done_after_whatever_came_between()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        var others = 0;
        process.Wire.Before = async call =>
        {
            if (call == "store.commit" && others < 10) await world.DoAsync(id, new Intent.Remark("One", $"m{++others}"), Mika);
        };

        Assert.IsType<DeskAnswer.Done>(await process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default));
        Assert.Equal((Aoi.Email, 10), (world.Handoff(id).Owner!.Value, world.Timeline(id).OfType<HandoffEvent.Commented>().Count()));
    }

    [Fact]
    public async Task Whoever_never_gets_through_is_told_instead_of_waiting_for_ever()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        var others = 0;
        process.Wire.Before = async call =>
        {
            if (call == "store.commit") await world.DoAsync(id, new Intent.Remark("One", $"m{++others}"), Mika);
        };

        await Assert.ThrowsAsync<TimeoutException>(() => process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default));
        Assert.Null(world.Handoff(id).Owner);
    }

    [Fact]
    public async Task A_handoff_that_is_not_there_is_not_found_and_its_wake_up_goes_away()
    {
        var id = HandoffId.For("nobody", "1");
        Assert.Equal(new DeskAnswer.NotFound(id), await world.Start().Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default));

        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(world.Wakes.All);
    }

    [Fact]
    public async Task What_is_refused_or_changes_nothing_writes_nothing_and_kicks_nothing()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Remark("One", "m1"), Mika);
        var (process, version) = (world.Start(), world.Handoff(id).Version);

        Assert.IsType<DeskAnswer.Refused>(await process.Desk.HandleAsync(id, new Intent.Accept(), Cleo, world.Now, default));
        Assert.Empty(Assert.IsType<DeskAnswer.Done>(await process.Desk.HandleAsync(id, new Intent.Remark("One", "m1"), Mika, world.Now, default)).Events);

        Assert.Equal(version, world.Handoff(id).Version);
        Assert.Empty(process.Kicks);
    }

    [Fact]
    public async Task A_crash_anywhere_in_a_click_leaves_it_done_with_its_wake_up_or_not_done()
    {
        for (var point = 1; point <= 6; point++)
        {
            var own = new World();
            var id = await own.OfferAsync();
            await Assert.ThrowsAsync<ProcessDiedException>(() => own.Start(point).Desk.HandleAsync(id, new Intent.Accept(), Aoi, own.Now, default));

            var accepted = own.Handoff(id).State == HandoffState.Accepted;
            Assert.Equal(accepted, own.Outbox(id).Count > 0);
            await own.PassAsync(TimeSpan.FromMinutes(2));
            Assert.Equal(accepted ? 2 : 1, Assert.Single(own.Chat.Messages).Cards.Count);
            Assert.Equal(own.Handoff(id).State, own.Facts[id].State);
        }
    }

    [Fact]
    public async Task Nothing_is_stored_before_its_wake_up_is()
    {
        var id = await world.OfferAsync();
        var process = world.Start();
        process.Wire.Before = call => call == "agenda.add" ? throw new InvalidOperationException("The agenda is full.") : Task.CompletedTask;

        await Assert.ThrowsAsync<InvalidOperationException>(() => process.Desk.HandleAsync(id, new Intent.Accept(), Aoi, world.Now, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => process.Leads.TakeAsync(A.Lead("2", "b@c.example"), Api, world.Now, default));

        Assert.Equal(HandoffState.Offered, world.Handoff(id).State);
        Assert.Single(world.Handoffs.Ids);
    }
}
