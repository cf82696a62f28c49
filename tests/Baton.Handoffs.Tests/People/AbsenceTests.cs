using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.People;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.People;

public sealed class AbsenceTests
{
    private static readonly DateOnly NextWeek = new(2026, 11, 24);
    private static readonly DateOnly Tomorrow = new(2026, 11, 18);

    private readonly World world = new();

    [Fact]
    public async Task What_was_accepted_goes_back_to_the_pool_when_a_long_absence_begins_and_managers_are_told()
    {
        var id = await AcceptedAsync();

        await AwayAsync(Ben, NextWeek, Noor);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        var handoff = world.Handoff(id);
        Assert.Equal((HandoffState.Offered, null, null), (handoff.State, handoff.Owner, handoff.OfferedTo));
        Assert.Equal(ReofferCause.OwnerAway, world.Timeline(id).OfType<HandoffEvent.Reoffered>().Single().Cause);
        var told = world.Chat.In("console:@noor@baton.example").Single();
        Assert.Equal(id, told.Card.Handoff);
        Assert.Contains(told.Card.Actions, a => a.Verb == "assign");
    }

    [Fact]
    public async Task A_short_absence_takes_nothing_away()
    {
        var id = await AcceptedAsync();

        await AwayAsync(Ben, Tomorrow, Ben);
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(Ben.Email, world.Handoff(id).Owner);
    }

    [Fact]
    public async Task An_offer_to_that_person_alone_becomes_the_pools()
    {
        var id = await world.OfferAsync(A.Lead() with { Owner = Ben.Email });

        await AwayAsync(Ben, NextWeek, Ben);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Null(world.Handoff(id).OfferedTo);
    }

    [Fact]
    public async Task What_somebody_takes_while_away_stays_with_that_person()
    {
        await AwayAsync(Ben, NextWeek, Noor);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        var id = await AcceptedAsync();

        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(Ben.Email, world.Handoff(id).Owner);
    }

    [Fact]
    public async Task A_handoff_whose_fact_was_late_gives_itself_back_at_its_own_next_wake_up()
    {
        var id = await world.TakeAsync(A.Lead());
        await world.DoAsync(id, new Intent.Accept(), Ben);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await AwayAsync(Ben, NextWeek, Ben);

        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(HandoffState.Offered, world.Handoff(id).State);
    }

    [Fact]
    public async Task Nothing_new_is_offered_to_somebody_alone_who_is_away()
    {
        var offered = await world.OfferAsync();
        await AwayAsync(Ben, Tomorrow, Ben);

        var theirs = await world.OfferAsync(A.Lead("2", "b@c.example") with { Owner = Ben.Email });
        Assert.Null(world.Handoff(theirs).OfferedTo);
        Assert.Equal(new Refusal.PersonAway(Ben.Email, PersonalDays.Begin(Ben, Tomorrow)), Story(offered).Refuses(Noor, new Intent.Assign(Ben.Email)));
        Assert.IsType<Refusal.PersonAway>(Story(offered).Refuses(Aoi, new Intent.PassOn(Ben.Email)));
        Assert.Null(Story(offered).Does(Aoi, new Intent.Reject("wrong_owner", null, Ben.Email.Value)).Handoff.OfferedTo);
    }

    [Fact]
    public async Task Cards_and_forms_name_only_people_who_are_there()
    {
        var id = await world.OfferAsync();
        await AwayAsync(Aoi, Tomorrow, Aoi);

        var card = HandoffCard.Of(world.Handoff(id), CardReader.Of(Noor), world.Terms, world.Now);

        var named = card.Actions.Single(a => a.Verb == "assign").Form!.Inputs.OfType<FormInput.Choice>().Single().Groups.SelectMany(g => g.Options).Select(o => o.Value).ToList();
        Assert.Contains(Ben.Email.Value, named);
        Assert.DoesNotContain(Aoi.Email.Value, named);
        Assert.DoesNotContain(card.Sections.OfType<CardSection.FactList>().SelectMany(f => f.Facts).SelectMany(f => f.Value.Spans).OfType<Span.Someone>(), s => s.Email == Aoi.Email);
    }

    [Fact]
    public async Task Only_managers_tell_of_the_absence_of_others()
    {
        Assert.Equal(new Refusal.NotYourRole("manager"), Assert.IsType<PersonAnswer.Refused>(await world.Start().People.AwayAsync(Ben, NextWeek, Aoi, world.Now, default)).Why);
        Assert.Equal(new Refusal.NotYourRole("manager"), Assert.IsType<PersonAnswer.Refused>(await world.Start().People.BackAsync(Ben, Aoi, world.Now, default)).Why);
        Assert.Empty(world.People);
    }

    [Fact]
    public async Task A_closed_account_is_away_for_good_and_comes_back_with_the_account()
    {
        var id = await AcceptedAsync();
        await LearnAsync(Ben, new PersonProfile("en-US", "Asia/Tokyo", true));
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.True(world.Terms.Roster.Find(Ben.Email)!.Absence!.IsForGood);
        Assert.Equal(HandoffState.Offered, world.Handoff(id).State);
        Assert.Equal(new Refusal.PersonAway(Ben.Email, null), Story(id).Refuses(Noor, new Intent.Assign(Ben.Email)));

        await LearnAsync(Ben, new PersonProfile("en-US", "Asia/Tokyo", false));
        Assert.Null(world.Terms.Roster.Find(Ben.Email)!.Absence);
    }

    [Fact]
    public async Task A_profile_does_not_end_an_absence_that_a_person_told_of()
    {
        await AwayAsync(Ben, NextWeek, Ben);
        await LearnAsync(Ben, new PersonProfile("en-US", null, false));

        Assert.True(world.Terms.Roster.Find(Ben.Email)!.IsAway(world.Now));
    }

    [Fact]
    public async Task Language_and_zone_are_the_chosen_ones_else_the_configured_ones_else_those_of_the_profile()
    {
        var own = new World(A.Terms(null, Aoi with { LocaleIsConfigured = true }, Ben, Cleo with { TimeZoneIsConfigured = true }));
        foreach (var person in new[] { Aoi, Ben, Cleo }) await own.Start().People.LearnAsync(person.Email, new PersonProfile(person == Aoi ? "en-GB" : "ja-JP", "Europe/Berlin", false), own.Now, default);
        await own.Start().People.LearnAsync(Ben.Email, new PersonProfile(null, "Mars/Olympus", false), own.Now, default);
        await own.Start().People.SpeakAsync(Cleo, "en-US", default);

        Assert.Equal([("ja", "Europe/Berlin"), ("ja", "Europe/Berlin"), ("en", "Asia/Tokyo")], own.Terms.Roster.People.Select(p => (p.Locale, p.TimeZone)));
    }

    [Fact]
    public async Task What_is_known_already_costs_nothing()
    {
        await LearnAsync(Ben, new PersonProfile("ja", "Asia/Tokyo", false));
        var process = world.Start();

        await process.People.LearnAsync(Ben.Email, new PersonProfile("ja-JP", "Asia/Tokyo", false), world.Now, default);

        Assert.Empty(process.Wire.Calls);
    }

    [Fact]
    public async Task Another_process_knows_within_half_a_minute()
    {
        var other = new World();
        await other.Start().People.AwayAsync(Ben, NextWeek, Ben, other.Now, default);
        foreach (var (email, state) in other.People) world.People[email] = state;
        var process = world.Start();

        await process.People.EnsureFreshAsync(world.Now, default);
        Assert.True(world.Terms.Roster.Find(Ben.Email)!.IsAway(world.Now));

        world.People.Clear();
        await process.People.EnsureFreshAsync(world.Now.AddSeconds(14), default);
        Assert.Single(process.Wire.Calls);
        await process.People.EnsureFreshAsync(world.Now.AddSeconds(15), default);
        Assert.False(world.Terms.Roster.Find(Ben.Email)!.IsAway(world.Now));
    }

    [Fact]
    public async Task A_crash_anywhere_while_an_absence_begins_leaves_nothing_with_who_is_away()
    {
        for (var point = 1; ; point++)
        {
            var own = new World();
            var id = await own.OfferAsync();
            await own.DoAsync(id, new Intent.Accept(), Ben);
            await own.DeliverAsync(id);
            own.Clock.Advance(TimeSpan.FromMinutes(1));
            var process = own.Start(point);
            var told = true;
            try
            {
                await process.People.AwayAsync(Ben, NextWeek, Ben, own.Now, default);
                await process.Persons.RunAsync(Ben.Email, [.. own.Wakes.All.Where(w => w.Id == Ben.Email.Value)], default);
            }
            catch (ProcessDiedException)
            {
                told = own.People.ContainsKey(Ben.Email);
            }

            await own.PassAsync(TimeSpan.FromMinutes(3));

            Assert.Equal((point, told ? HandoffState.Offered : HandoffState.Accepted), (point, own.Handoff(id).State));
            Assert.Equal(told ? 1 : 0, own.Timeline(id).OfType<HandoffEvent.Reoffered>().Count());
            Assert.Equal(told ? 1 : 0, own.Chat.In("console:@noor@baton.example").Count());
            if (!process.Wire.IsDead)
            {
                Assert.True(point > 10);
                return;
            }
        }
    }

    private async Task<HandoffId> AcceptedAsync()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Accept(), Ben);
        await world.DeliverAsync(id);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return id;
    }

    private HandoffStory Story(HandoffId id) => new(world.Terms, world.Now, world.Timeline(id));

    private async Task AwayAsync(Person whom, DateOnly back, Person by) =>
        Assert.IsType<PersonAnswer.Done>(await world.Start().People.AwayAsync(whom, back, by, world.Now, default));

    private Task LearnAsync(Person whom, PersonProfile profile) => world.Start().People.LearnAsync(whom.Email, profile, world.Now, default);
}
