using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Places;

public sealed class LostPlaceTests
{
    private static readonly Place Sales = Place.Parse("console:sales");
    private static readonly Place Marketing = Place.Parse("console:marketing");
    private static readonly TimeSpan Moments = TimeSpan.FromMinutes(2);

    // 02:30 in Tokyo, and until ten to nine, when nobody works yet.
    private static readonly DateTimeOffset Night = A.Morning.AddHours(16.5);
    private static readonly TimeSpan UntilWork = new(6, 20, 0);

    [Fact]
    public async Task Who_may_take_an_offer_gets_it_directly_while_the_channel_is_archived()
    {
        var world = Losing(Sales);

        var id = await world.OfferAsync();
        await world.PassAsync(Moments);

        var offers = Offers(world).ToList();
        Assert.Equal(["aoi", "ben", "noor", "otto"], offers.Select(m => m.Place.Id[1..].Split('@')[0]).Order());
        Assert.All(offers, m => Assert.Contains(m.Card.Actions, a => a.Verb == "accept"));
        Assert.NotNull(world.Handoff(id).Milestones.CardVisible);
        Assert.Equal((StuckCause.PlaceLost, Sales), Assert.Single(world.Stuck.Values) is var stuck ? (stuck.Cause, stuck.Place) : default);
    }

    [Fact]
    public async Task At_night_nobody_gets_it_directly_and_each_does_when_work_begins()
    {
        var world = Losing(Sales, new World(start: Night));
        await world.OfferAsync();

        await world.PassAsync(UntilWork);
        Assert.Empty(Offers(world));

        await world.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(["aoi", "ben", "noor", "otto"], Offers(world).Select(m => m.Place.Id[1..].Split('@')[0]).Order());
        Assert.Equal(StuckCause.PlaceLost, Assert.Single(world.Stuck.Values).Cause);
    }

    [Fact]
    public async Task Who_is_away_gets_it_directly_on_coming_back_and_not_before()
    {
        var world = Losing(Sales);
        await world.Start().People.AwayAsync(Aoi, new DateOnly(2026, 11, 18), Noor, world.Now, default);
        await world.OfferAsync();

        await world.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(["ben", "noor", "otto"], Offers(world).Select(m => m.Place.Id[1..].Split('@')[0]).Order());

        await world.PassAsync(A.Morning.AddDays(1).AddMinutes(20));
        Assert.Equal(["aoi", "ben", "noor", "otto"], Offers(world).Select(m => m.Place.Id[1..].Split('@')[0]).Order());
    }

    [Fact]
    public async Task While_all_are_away_the_card_waits_for_the_channel()
    {
        var world = Losing(Sales);
        foreach (var person in new[] { Aoi, Ben, Noor, Otto }) await world.Start().People.AwayAsync(person, new DateOnly(2026, 12, 1), Noor, world.Now, default);
        var id = await world.OfferAsync();

        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(Offers(world));
        Assert.NotEmpty(world.Outbox(id));

        world.Chat.Fate = _ => Fate.Arrives;
        await world.Start().Places.RevivedAsync(Sales, default);
        await world.PassAsync(TimeSpan.FromMinutes(16));
        Assert.Single(world.Chat.In("console:sales"));
        Assert.Empty(Offers(world));
    }

    [Fact]
    public async Task A_channel_that_is_back_in_the_night_gets_the_card_and_nobody_is_told_directly()
    {
        var world = Losing(Sales, new World(start: Night));
        await world.OfferAsync();
        await world.PassAsync(Moments);

        world.Chat.Fate = _ => Fate.Arrives;
        await world.Start().Places.RevivedAsync(Sales, default);
        await world.PassAsync(TimeSpan.FromMinutes(16));

        Assert.Single(world.Chat.In("console:sales"));
        Assert.Empty(Offers(world));
    }

    [Fact]
    public async Task Feedback_waits_for_the_marketers_morning_too()
    {
        var world = Losing(Marketing, new World(start: Night));
        var id = await world.OfferAsync();

        await world.DoAsync(id, new Intent.Reject("too_small"), Ben);
        await world.PassAsync(UntilWork);
        Assert.Empty(world.Chat.In($"console:@{Mika.Email}"));

        await world.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Single(world.Chat.In($"console:@{Mika.Email}"), m => m.Card.Kind == CardKind.Feedback);
    }

    [Fact]
    public async Task What_one_of_them_does_the_others_see()
    {
        var world = Losing(Sales);
        var id = await world.OfferAsync();

        await world.DoAsync(id, new Intent.Accept(), Ben);
        await world.PassAsync(Moments);

        Assert.All(Offers(world), m => Assert.Equal(world.Handoff(id).CardVersion, m.Card.Version));
        Assert.Single(world.Outbox(id));
    }

    [Fact]
    public async Task Operators_and_managers_are_told_once_however_many_leads_come()
    {
        var world = Losing(Sales);

        for (var i = 0; i < 5; i++) await world.OfferAsync(A.Lead($"{i}", $"p{i}@c.example"));
        await world.PassAsync(TimeSpan.FromHours(2));

        var notices = Notices(world).ToList();
        Assert.Equal(["noor", "otto", "pia"], notices.Select(m => m.Place.Id[1..].Split('@')[0]).Order());
        Assert.All(notices, m => Assert.Contains("console:sales", Said(m.Card), StringComparison.Ordinal));
        Assert.All(notices, m => Assert.Contains("It was deleted.", Said(m.Card), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manager_is_told_in_own_working_time_and_an_operator_at_once()
    {
        var night = A.Morning.AddHours(13);
        var world = Losing(Sales, new World(start: night));

        await world.OfferAsync();
        await world.PassAsync(Moments);
        Assert.Equal(Pia.Email.Value, Assert.Single(Notices(world)).Place.Id[1..]);

        await world.PassAsync(A.Morning.AddDays(1));
        Assert.Equal(3, Notices(world).Count());
    }

    [Fact]
    public async Task That_it_is_back_a_manager_is_told_in_own_working_time_and_an_operator_at_once()
    {
        var world = Losing(Sales);
        await world.OfferAsync();
        await world.PassAsync(A.Morning.AddHours(13));
        world.Chat.Fate = _ => Fate.Arrives;

        await world.Start().Places.RevivedAsync(Sales, default);
        await world.PassAsync(Moments);
        Assert.Equal([Pia.Email.Value], world.Chat.Messages.Where(m => m.EffectId.StartsWith("back-", StringComparison.Ordinal)).Select(m => m.Place.Id[1..]));

        await world.PassAsync(A.Morning.AddDays(1));
        Assert.Equal(3, world.Chat.Messages.Count(m => m.EffectId.StartsWith("back-", StringComparison.Ordinal)));
        Assert.Empty(world.Places.Lost);
    }

    [Fact]
    public async Task When_it_is_there_again_what_waited_is_posted_in_order_and_everybody_who_was_told_is_told()
    {
        var world = Losing(Sales);
        for (var i = 0; i < 5; i++)
        {
            await world.OfferAsync(A.Lead($"{i}", $"p{i}@c.example"));
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await world.PassAsync(Moments);
        world.Chat.Fate = _ => Fate.Arrives;
        await world.Start().Places.RevivedAsync(Sales, default);
        await world.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(world.Handoffs.Ids.OrderBy(id => world.Handoff(id).Milestones.Created), world.Chat.In("console:sales").Select(m => m.Card.Handoff!.Value));
        Assert.Equal(3, world.Chat.Messages.Count(m => m.EffectId.StartsWith("back-", StringComparison.Ordinal)));
        Assert.All(world.Handoffs.Ids, id => Assert.Empty(world.Outbox(id)));
        Assert.Empty(world.Stuck);
        Assert.Empty(world.Places.Lost);
    }

    [Fact]
    public async Task That_nobody_says_that_it_is_back_is_found_out_by_one_try_in_a_quarter_of_an_hour()
    {
        var world = Losing(Sales);
        var id = await world.OfferAsync();
        await world.OfferAsync(A.Lead("2", "p2@c.example"));
        await world.PassAsync(Moments);
        var tries = 0;
        var gone = world.Chat.Fate;
        world.Chat.Fate = send =>
        {
            tries += send.Place == Sales ? 1 : 0;
            return gone(send);
        };

        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.InRange(tries, 3, 5);

        world.Chat.Fate = _ => Fate.Arrives;
        await world.PassAsync(TimeSpan.FromMinutes(17));
        Assert.Equal(2, world.Chat.In("console:sales").Count());
        Assert.Empty(world.Outbox(id));
        Assert.Empty(world.Places.Lost);
    }

    [Fact]
    public async Task With_a_fallback_channel_the_card_goes_there_and_the_old_one_is_mended_when_it_can_be()
    {
        var world = new World(WithFallback());
        var id = await world.OfferAsync();
        Losing(Sales, world);

        await world.DoAsync(id, new Intent.Assign(Ben.Email), Noor);
        await world.DeliverAsync(id);
        var other = await world.OfferAsync(A.Lead("2", "p2@c.example"));
        await world.PassAsync(Moments);

        Assert.Equal([id, other], world.Chat.In("console:backup").Select(m => m.Card.Handoff!.Value));
        Assert.Empty(world.Outbox(other));
        await world.DoAsync(id, new Intent.Accept(), Ben);
        await world.PassAsync(Moments);
        Assert.Equal(world.Handoff(id).CardVersion, world.Chat.In("console:backup").First().Card.Version);
        Assert.NotEqual(world.Handoff(id).CardVersion, Assert.Single(world.Chat.In("console:sales")).Card.Version);

        world.Chat.Fate = _ => Fate.Arrives;
        await world.Start().Places.RevivedAsync(Sales, default);
        await world.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(world.Handoff(id).CardVersion, Assert.Single(world.Chat.In("console:sales")).Card.Version);
        Assert.Equal(2, world.Chat.In("console:backup").Count());
        Assert.Empty(world.Stuck);
    }

    [Fact]
    public async Task One_refused_card_may_be_its_own_fault_and_two_are_the_channels()
    {
        var world = new World();
        world.Chat.Fate = send => send.Place == Sales ? Fate.IsForbidden : Fate.Arrives;
        var process = world.Start();
        var first = await world.TakeAsync(A.Lead());
        await process.Runner.RunAsync(first, [], default);
        await process.Runner.RunAsync(first, [], default);

        Assert.Empty(world.Places.Lost);
        Assert.Equal(4, Offers(world).Count());
        Assert.Equal(StuckCause.Refused, Assert.Single(world.Stuck.Values).Cause);

        await process.Runner.RunAsync(await world.TakeAsync(A.Lead("2", "p2@c.example")), [], default);
        Assert.Equal(Sales, Assert.Single(world.Places.Lost).Key);
    }

    [Fact]
    public async Task Another_process_knows_within_half_a_minute()
    {
        var world = Losing(Sales);
        var other = world.Start();
        Assert.False(await other.Places.IsLostAsync(Sales, default));

        await world.Start().Places.LostAsync(Sales, "Archived.", default);
        world.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.True(await other.Places.IsLostAsync(Sales, default));
    }

    [Fact]
    public async Task A_feedback_thread_that_was_deleted_is_opened_anew()
    {
        var world = new World();
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DeliverAsync(id);
        var thread = world.Chat.In("console:marketing").First();
        world.Chat.Replying = (_, threadId) => threadId == thread.Id ? Fate.IsGone : Fate.Arrives;

        await world.DoAsync(id, new Intent.Contest("They grow."), Mika);
        await world.PassAsync(Moments);

        var fresh = world.Chat.In("console:marketing").Last(m => m.ThreadId is null);
        Assert.NotEqual(thread.Id, fresh.Id);
        Assert.Single(world.Chat.In("console:marketing"), m => m.ThreadId == fresh.Id);
        Assert.Empty(world.Places.Lost);
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task While_marketings_channel_is_lost_feedback_goes_to_marketers_and_into_its_old_thread_afterwards()
    {
        var world = new World();
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DeliverAsync(id);
        var thread = world.Chat.In("console:marketing").First();
        Losing(Marketing, world);

        await world.DoAsync(id, new Intent.Contest("They grow."), Mika);
        await world.PassAsync(Moments);

        Assert.Single(world.Chat.In($"console:@{Mika.Email}"), m => m.Card.Kind == CardKind.Feedback);
        world.Chat.Fate = _ => Fate.Arrives;
        await world.Start().Places.RevivedAsync(Marketing, default);
        await world.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(2, world.Chat.In("console:marketing").Count(m => m.ThreadId == thread.Id));
        Assert.Single(world.Chat.In("console:marketing"), m => m.ThreadId is null);
        Assert.Empty(world.Stuck);
    }

    [Fact]
    public async Task A_crash_anywhere_tells_nobody_twice_and_loses_no_offer()
    {
        for (var point = 1; point < 60; point++)
        {
            var world = Losing(Sales);
            var id = await world.TakeAsync(A.Lead());
            try
            {
                var process = world.Start(point);
                await process.Runner.RunAsync(id, [], default);
                await world.SweepAsync(process);
            }
            catch (ProcessDiedException)
            {
                // The next one goes on.
            }

            await world.PassAsync(TimeSpan.FromMinutes(5));
            world.Chat.Fate = _ => Fate.Arrives;
            await world.Start().Places.RevivedAsync(Sales, default);
            await world.PassAsync(TimeSpan.FromMinutes(5));

            Assert.Equal((point, 1, 4, 3, 3), (point, world.Chat.In("console:sales").Count(), Offers(world).Count(), Notices(world).Count(), world.Chat.Messages.Count(m => m.EffectId.StartsWith("back-", StringComparison.Ordinal))));
            Assert.Empty(world.Stuck);
            Assert.Empty(world.Outbox(id));
        }
    }

    [Fact]
    public async Task A_send_that_was_on_its_way_when_the_place_came_back_does_not_lose_it_again()
    {
        var world = new World();
        var places = world.Start().Places;
        await places.LostAsync(Sales, "It was archived.", default);
        var begun = world.Now;
        world.Clock.MoveTo(begun.AddSeconds(1));
        await places.RevivedAsync(Sales, default);

        await places.LostAsync(Sales, "It was archived.", begun, default);
        Assert.False(await places.IsLostAsync(Sales, default));

        await places.LostAsync(Sales, "It was archived.", world.Now.AddSeconds(1), default);
        Assert.True(await places.IsLostAsync(Sales, default));
    }

    private static World Losing(Place place, World? world = null)
    {
        var it = world ?? new World();
        it.Chat.Fate = send => send.Place == place && send.Kind is "post" or "update" && send.Place == place ? Fate.IsGone : Fate.Arrives;
        return it;
    }

    private static Terms WithFallback()
    {
        var terms = A.Terms();
        return terms with
        {
            PoolRoute = pool => terms.PoolRoute(pool) is { } route ? route with { Fallback = Place.Parse("console:backup") } : null,
            Pools = [.. terms.Pools.Select(p => p with { Fallback = Place.Parse("console:backup") })],
        };
    }

    private static IEnumerable<ShownMessage> Offers(World world) => world.Chat.Messages.Where(m => m.EffectId.Contains("-offer-", StringComparison.Ordinal));

    private static IEnumerable<ShownMessage> Notices(World world) => world.Chat.Messages.Where(m => m.EffectId.StartsWith("lost-", StringComparison.Ordinal));

    private static string Said(Card card) => string.Join('\n', card.Sections.Select(s => s switch
    {
        CardSection.Heading it => Said(it.Text),
        CardSection.Paragraph it => string.Join('\n', it.Lines.Select(Said)),
        _ => "",
    }));

    private static string Said(Line line) => string.Concat(line.Spans.Select(s => s is Span.Plain plain ? plain.Text : s is Span.Quoted quoted ? quoted.Text : ""));
}
