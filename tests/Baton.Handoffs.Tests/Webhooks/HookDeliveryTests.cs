using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using Baton.Handoffs.Webhooks;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Webhooks;

public sealed class HookDeliveryTests
{
    private static readonly Place Crm = Place.Parse("webhook:crm");

    private readonly World world = new(AHook.Terms(AHook.Of("crm"), AHook.Of("other")));

    [Fact]
    public async Task Each_hook_is_told_with_the_handoff_as_it_was_right_after()
    {
        var id = await world.TakeAsync(A.Lead());
        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await world.DoAsync(id, new Intent.Touch(), Aoi);

        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(
            [(HookTypes.Offered, HandoffState.Offered, 1), (HookTypes.Accepted, HandoffState.Accepted, 2), (HookTypes.Contacted, HandoffState.Contacted, 3)],
            world.Hooks.Of("crm").Select(c => (c.Type, c.After.State, c.After.Version)));
        Assert.Equal(world.Hooks.Of("crm").Select(c => c.Type), world.Hooks.Of("other").Select(c => c.Type));
        Assert.Equal($"{id}-000002-hook-crm", world.Hooks.Of("crm").ElementAt(1).Id);
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task What_is_told_again_is_the_same_whatever_has_happened_since()
    {
        world.Hooks.Answer = _ => world.Hooks.Calls.Count <= 2 ? new HookAnswer.Failed("It answered 500.", false) : new HookAnswer.Taken();
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Aoi);

        await world.PassAsync(TimeSpan.FromMinutes(2));

        var told = world.Hooks.Of("crm").Where(c => c.Type == HookTypes.Offered).ToList();
        Assert.Equal(2, told.Count);
        Assert.Equal(Json(told[0]), Json(told[1]));
    }

    [Fact]
    public async Task Chat_is_done_before_any_hook_is_told_and_waits_for_none()
    {
        var id = await world.TakeAsync(A.Lead());
        var process = world.Start();

        await process.Runner.RunAsync(id, [.. world.Wakes.All], default);

        Assert.Single(world.Chat.In("console:sales"));
        Assert.Empty(world.Hooks.Calls);
        Assert.Equal(2, process.Lines.Count);
    }

    [Fact]
    public async Task Whoever_dies_with_what_was_handed_over_loses_nothing()
    {
        var id = await world.TakeAsync(A.Lead());
        await world.Start().Runner.RunAsync(id, [.. world.Wakes.All], default);

        await world.PassAsync(world.Pulse.Claim + world.Pulse.Safety);

        Assert.Single(world.Hooks.Of("crm"));
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task A_process_that_dies_anywhere_tells_at_least_once_and_always_the_same()
    {
        for (var point = 1; ; point++)
        {
            var dying = new World(AHook.Terms(AHook.Of("crm")));
            var id = await dying.TakeAsync(A.Lead());
            var process = dying.Start(point);
            try
            {
                await process.Runner.RunAsync(id, [.. dying.Wakes.All], default);
                await World.CallAsync(process);
            }
            catch (ProcessDiedException)
            {
                // What it left behind is what is looked at.
            }

            var died = process.Wire.IsDead;
            await dying.PassAsync(TimeSpan.FromMinutes(5));

            Assert.NotEmpty(dying.Hooks.Calls);
            Assert.Single(dying.Hooks.Calls.Select(Json).Distinct());
            Assert.Empty(dying.Outbox(id));
            if (!died)
            {
                Assert.True(point > 10, $"It died {point} times only.");
                return;
            }
        }
    }

    [Fact]
    public async Task One_hook_that_takes_nothing_holds_up_no_other()
    {
        world.Hooks.Answer = call => call.Hook == "crm" ? new HookAnswer.Failed("It answered 500.", false) : new HookAnswer.Taken();
        var id = await world.OfferAsync();

        Assert.Single(world.Hooks.Of("other"));
        Assert.Equal("It answered 500.", Assert.Single(world.Outbox(id), e => e.Effect is Effect.CallHook).Error);
    }

    [Fact]
    public async Task What_one_hook_never_takes_becomes_a_dead_letter_of_that_hook()
    {
        world.Hooks.Answer = call => call.Hook == "crm" && call.Type == HookTypes.Offered ? new HookAnswer.Failed("It answered 400.", false) : new HookAnswer.Taken();
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Pause("Away"), Noor);

        await world.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal((id, "callHook", Crm, StuckCause.TriedTooOften, "It answered 400."), Assert.Single(world.Stuck.Values) is var stuck ? (stuck.Handoff, stuck.Kind, stuck.Place, stuck.Cause, stuck.Why) : default);
        Assert.Equal(world.Pulse.MaxAttempts, world.Hooks.Of("crm").Count(c => c.Type == HookTypes.Offered));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(864000, 3600)]
    public async Task A_hook_that_asks_to_wait_is_waited_for_within_reason_with_everything(int asked, int waited)
    {
        world.Hooks.Answer = call => call.Hook == "crm" && world.Hooks.Of("crm").Count() == 1 ? new HookAnswer.Wait(TimeSpan.FromSeconds(asked), "It answered 429.") : new HookAnswer.Taken();
        await world.OfferAsync();
        var since = world.Now;
        await world.OfferAsync(A.Lead("2", "two@c.example"));
        Assert.Single(world.Hooks.Of("crm"));

        await world.PassAsync(since + TimeSpan.FromSeconds(waited) - TimeSpan.FromMilliseconds(1));
        Assert.Single(world.Hooks.Of("crm"));
        await world.PassAsync(since + TimeSpan.FromSeconds(waited + 1));
        Assert.Equal(3, world.Hooks.Of("crm").Count(c => c.Type == HookTypes.Offered));
    }

    [Fact]
    public async Task What_a_person_was_erased_from_is_told_without_the_person_the_events_before_too()
    {
        world.Hooks.Answer = _ => new HookAnswer.Failed("It answered 500.", false);
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small", "She told me so"), Ben);
        await world.DoAsync(id, new Intent.Erase(), Person.Baton);
        world.Hooks.Calls.Clear();
        world.Hooks.Answer = _ => new HookAnswer.Taken();

        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([HookTypes.Offered, HookTypes.Rejected, HookTypes.Erased], world.Hooks.Of("crm").OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Type));
        Assert.All(world.Hooks.Calls, call =>
        {
            Assert.DoesNotContain("sasaki", Json(call), StringComparison.Ordinal);
            Assert.DoesNotContain("佐々木", Json(call), StringComparison.Ordinal);
            Assert.DoesNotContain("She told me so", Json(call), StringComparison.Ordinal);
            Assert.DoesNotContain("51000001", Json(call), StringComparison.Ordinal);
        });
        Assert.Equal("too_small", world.Hooks.Of("crm").Single(c => c.Type == HookTypes.Erased).After.Reason!.Code);
    }

    [Fact]
    public async Task What_waits_for_a_hook_that_is_named_no_more_is_dropped_after_a_while_and_noted()
    {
        var id = await world.TakeAsync(A.Lead());
        world.Terms = AHook.Terms(AHook.Of("other"));

        await world.PassAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(world.Hooks.Dropped);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([("crm", $"{id}-000001-hook-crm")], world.Hooks.Dropped);
        Assert.Empty(world.Hooks.Of("crm"));
        Assert.Single(world.Hooks.Of("other"));
        Assert.Empty(world.Outbox(id));
    }

    private static string Json(HookCall call) => $"{call.Id} {call.Type} {JsonSerializer.Serialize(call.Happened, HandoffJson.Stored.HandoffEvent)} {JsonSerializer.Serialize(call.After, HandoffJson.Stored.Handoff)}";
}
