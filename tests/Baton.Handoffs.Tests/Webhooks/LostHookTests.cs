using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Places;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using Baton.Handoffs.Webhooks;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Webhooks;

public sealed class LostHookTests
{
    private static readonly Place Crm = Place.Parse("webhook:crm");
    private static readonly HookAnswer Gone = new HookAnswer.Gone("It answered 410 (gone).");
    private static readonly HookAnswer Down = new HookAnswer.Failed("It answered 502.", false);

    private readonly World world = new(AHook.Terms(AHook.Of("crm", HookTypes.Offered)));
    private int leads;

    [Fact]
    public async Task A_hook_that_wants_nothing_any_more_is_told_nothing_and_operators_are_told_why()
    {
        world.Hooks.Answer = _ => Gone;
        await OfferAsync();
        await OfferAsync();
        await world.PassAsync(TimeSpan.FromDays(1));

        Assert.Single(world.Hooks.Calls);
        Assert.All(world.Stuck.Values, s => Assert.Equal((Crm, StuckCause.PlaceLost), (s.Place, s.Cause)));
        Assert.Equal(2, world.Stuck.Count);
        var notice = Assert.Single(Notices());
        Assert.Equal(Pia.Email.Value, notice.Place.Id[1..]);
        Assert.Contains("It answered 410 (gone).", Said(notice.Card), StringComparison.Ordinal);
        Assert.Contains("/funnel audit retry webhook:crm", Said(notice.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("15", Said(notice.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_says_retry_has_it_told_everything_once_it_takes_events_again()
    {
        world.Hooks.Answer = _ => Gone;
        for (var i = 0; i < 3; i++) await OfferAsync();
        await world.PassAsync(TimeSpan.FromMinutes(5));

        await world.Start().Repairs.RetryAtOnceAsync(s => s.Place == Crm, default);
        await world.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(2, world.Hooks.Calls.Count);

        world.Hooks.Answer = _ => new HookAnswer.Taken();
        await world.Start().Repairs.RetryAtOnceAsync(s => s.Place == Crm, default);
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(3, world.Hooks.Calls.Skip(2).Select(c => c.Id).Distinct().Count());
        Assert.Empty(world.Stuck);
        Assert.Empty(world.Places.Lost);
    }

    [Fact]
    public async Task A_hook_that_takes_nothing_for_long_is_left_alone_and_tried_now_and_then()
    {
        world.Hooks.Answer = _ => Down;
        for (var i = 0; i < 3; i++) await OfferAsync();

        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(Notices());
        Assert.All(world.Stuck.Values, s => Assert.Equal(StuckCause.PlaceLost, s.Cause));
        var before = world.Hooks.Calls.Count;
        for (var i = 0; i < 5; i++) await OfferAsync();
        await world.PassAsync(TimeSpan.FromHours(3));
        Assert.InRange(world.Hooks.Calls.Count - before, 11, 13);

        world.Hooks.Answer = _ => new HookAnswer.Taken();
        await world.PassAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(8, world.Hooks.Calls.Skip(before).Select(c => c.Id).Distinct().Count());
        Assert.Empty(world.Stuck);
    }

    [Fact]
    public async Task A_hook_that_took_something_in_between_is_not_lost()
    {
        var calls = 0;
        world.Hooks.Answer = call => call.After.Lead.ExternalId == "lead1" || ++calls % 2 == 0 ? Down : new HookAnswer.Taken();
        for (var i = 0; i < 20; i++)
        {
            await OfferAsync();
            await world.PassAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Empty(world.Places.Lost);
    }

    [Fact]
    public async Task What_waits_for_a_lost_hook_goes_when_it_is_taken_out_of_the_configuration()
    {
        world.Hooks.Answer = _ => Gone;
        await OfferAsync();
        await world.PassAsync(TimeSpan.FromMinutes(20));

        world.Terms = AHook.Terms();
        await world.Start().Repairs.RetryAtOnceAsync(_ => true, default);
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(world.Hooks.Dropped);
        Assert.Empty(world.Stuck);
        Assert.Empty(world.Places.Lost);
    }

    [Fact]
    public async Task Without_an_operator_managers_are_told()
    {
        var managed = new World(A.Terms(null, Aoi, Noor) with { Hooks = [AHook.Of("crm")], FallbackOwner = null });
        managed.Hooks.Answer = _ => Gone;
        await managed.OfferAsync();
        await managed.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(Noor.Email.Value, Assert.Single(managed.Chat.Messages, m => m.EffectId.StartsWith("lost-", StringComparison.Ordinal)).Place.Id[1..]);
    }

    private async Task<HandoffId> OfferAsync()
    {
        leads++;
        return await world.OfferAsync(A.Lead($"lead{leads}", $"p{leads}@c.example"));
    }

    private IEnumerable<ShownMessage> Notices() => world.Chat.Messages.Where(m => m.EffectId.StartsWith("lost-", StringComparison.Ordinal));

    private static string Said(Card card) => string.Join('\n', card.Sections.OfType<CardSection.Paragraph>().SelectMany(p => p.Lines).Append(card.Summary).Select(line => PlainText.Of(line, NodaTime.DateTimeZone.Utc, "en")));
}
