using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Repairs;

public sealed class RepairTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromDays(1);

    private readonly World world = new();

    [Fact]
    public async Task What_failed_too_often_is_listed_with_place_cause_and_since_when()
    {
        var id = await FailingAsync();

        var stuck = Assert.Single(await world.Start().Repairs.ListAsync(default));

        Assert.Equal((id, "showCard", Place.Parse("console:sales"), StuckCause.TriedTooOften, "Refused connection."), (stuck.Handoff, stuck.Kind, stuck.Place, stuck.Cause, stuck.Why));
        Assert.Equal(world.Outbox(id).Single().StuckSince, stuck.Since);
    }

    [Fact]
    public async Task A_retry_sends_it_and_takes_it_off_the_list()
    {
        var id = await FailingAsync();
        world.Chat.Fate = _ => Fate.Arrives;

        Assert.Equal(1, await world.Start().Repairs.RetryAsync(_ => true, default));
        Assert.NotNull(Assert.Single(world.Stuck.Values).RetriedAt);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(world.Chat.In("console:sales"));
        Assert.Empty(world.Outbox(id));
        Assert.Empty(world.Stuck);
    }

    [Fact]
    public async Task A_retry_in_vain_leaves_since_when_as_it_was()
    {
        await FailingAsync();
        var since = world.Stuck.Values.Single().Since;

        await world.Start().Repairs.RetryAsync(_ => true, default);
        await world.PassAsync(LongEnough);

        Assert.Equal((since, (DateTimeOffset?)null), Assert.Single(world.Stuck.Values) is var again ? (again.Since, again.RetriedAt) : default);
    }

    [Fact]
    public async Task Only_what_is_named_goes_again()
    {
        await FailingAsync();

        Assert.Equal(0, await world.Start().Repairs.RetryAsync(s => s.Place == Place.Parse("console:field"), default));
    }

    [Fact]
    public async Task What_may_have_arrived_is_looked_for_before_a_retry_sends_it()
    {
        world.Chat.CanLook = false;
        world.Chat.Fate = send => send.Kind == "post" && world.Chat.Messages.Count == 0 ? Fate.ArrivesUnheard : send.Kind == "post" ? Fate.IsLost : Fate.Arrives;
        var id = await world.TakeAsync(A.Lead());
        await world.DoAsync(id, new Intent.Pause("Away"), Noor);
        await world.PassAsync(LongEnough);
        Assert.True(Assert.Single(world.Outbox(id)).Dead);

        (world.Chat.CanLook, world.Chat.Fate) = (true, _ => Fate.Arrives);
        await world.Start().Repairs.RetryAsync(_ => true, default);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(world.Chat.Messages);
        Assert.Empty(world.Stuck);
    }

    [Fact]
    public async Task A_card_that_may_have_been_posted_is_found_by_the_update_that_overtakes_it()
    {
        world.Chat.Fate = send => send.Kind == "post" && world.Chat.Messages.Count == 0 ? Fate.ArrivesUnheard : Fate.Arrives;
        var id = await world.OfferAsync();

        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(world.Handoff(id).CardVersion, Assert.Single(world.Chat.Messages).Card.Version);
    }

    [Fact]
    public async Task A_newer_update_of_a_card_that_arrives_forgets_the_older_one_that_did_not()
    {
        var id = await FailingAsync();
        world.Chat.Fate = _ => Fate.Arrives;

        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(world.Outbox(id));
        Assert.Empty(world.Stuck);
        Assert.Equal(world.Handoff(id).CardVersion, Assert.Single(world.Chat.Messages).Card.Version);
    }

    [Fact]
    public async Task A_crash_anywhere_never_leaves_something_stuck_that_is_not_listed()
    {
        for (var point = 1; point < 20; point++)
        {
            var own = new World();
            own.Chat.Fate = send => send.Kind == "post" ? Fate.IsForbidden : Fate.Arrives;
            var id = await own.TakeAsync(A.Lead());
            try
            {
                await own.Start(point).Runner.RunAsync(id, [], default);
            }
            catch (ProcessDiedException)
            {
                // Its wake-ups take it up.
            }

            await own.PassAsync(TimeSpan.FromMinutes(3));
            Assert.Equal(own.Outbox(id).Where(e => e.Dead).Select(e => e.Effect.Id), own.Stuck.Values.Select(s => s.Effect));

            own.Chat.Fate = _ => Fate.Arrives;
            await own.Start().Repairs.RetryAsync(_ => true, default);
            await own.PassAsync(TimeSpan.FromMinutes(3));
            Assert.Empty(own.Stuck);
            Assert.DoesNotContain(own.Outbox(id), e => e.Effect is Effect.ShowCard);
        }
    }

    [Fact]
    public async Task The_list_forgets_what_its_handoff_does_not_have()
    {
        var id = await world.OfferAsync();
        world.Stuck[(id, "x")] = new StuckEffect(id, "x", "showCard", Place.Parse("console:sales"), StuckCause.Broken, "", A.Morning);

        Assert.Equal(0, await world.Start().Repairs.RetryAsync(_ => true, default));

        Assert.Empty(world.Stuck);
    }

    private async Task<Baton.Handoffs.Handoffs.HandoffId> FailingAsync()
    {
        world.Chat.Fate = send => send.Kind == "post" ? Fate.Fails : Fate.Arrives;
        var id = await world.TakeAsync(A.Lead());
        await world.DoAsync(id, new Intent.Pause("Away"), Noor);
        await world.PassAsync(LongEnough);
        return id;
    }
}
