using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using NodaTime;
using NodaTime.Extensions;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Nudges;

public sealed class NudgeTests
{
    private readonly World world = new();

    [Fact]
    public async Task While_nobody_has_it_the_pool_is_nudged_under_the_card()
    {
        var id = await world.OfferAsync();

        await world.PassAsync(A.Morning.AddHours(2));

        var nudge = Assert.Single(world.Chat.Messages, m => m.Card.Kind == CardKind.Nudge);
        Assert.Equal(("console:sales", "m1", 0), (nudge.Place.ToString(), nudge.ThreadId, nudge.Card.Actions.Count));
        Assert.Equal([(null, NudgeOutcome.Sent)], Settled(id));
    }

    [Fact]
    public async Task Whoever_has_it_is_nudged_privately_with_the_buttons_at_hand()
    {
        await world.OfferAsync(A.Lead() with { Owner = Ben.Email });

        await world.PassAsync(A.Morning.AddHours(2));

        var nudge = world.Chat.In("console:@ben@baton.example").Last();
        Assert.Contains(nudge.Card.Actions, a => a.Verb == "accept");
        Assert.Equal("en", nudge.Card.Locale);
        Assert.Contains("50 % of the time for accepting or rejecting has passed.", PlainText.Of(nudge.Card.Summary, DateTimeZone.Utc, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_target_owner_and_managers_each_hear_of_it_once()
    {
        var id = await world.OfferAsync(A.Lead() with { Owner = Ben.Email });

        await world.PassAsync(A.Morning.AddHours(4));

        var at100 = world.Timeline(id).OfType<HandoffEvent.NudgeSettled>().TakeLast(3);
        Assert.Equal([Noor.Email, Otto.Email, Ben.Email], at100.Select(e => e.Recipient!.Value));
        var late = world.Chat.In("console:@noor@baton.example").Single();
        Assert.Equal("For your attention as manager: accepting or rejecting is at 100 % of the agreed time.", PlainText.Of(late.Card.Summary, DateTimeZone.Utc, "en").Split(" 西日本")[0]);
    }

    [Fact]
    public async Task When_the_ladder_moves_a_lead_on_its_managers_are_told()
    {
        var id = await world.OfferAsync(A.Lead() with { Owner = Ben.Email });

        await world.PassAsync(A.Morning.AddHours(6));

        Assert.Equal(HandoffState.Offered, world.Handoff(id).State);
        Assert.Equal([(Noor.Email, NudgeOutcome.Sent), (Otto.Email, NudgeOutcome.Sent)], Settled(id).TakeLast(2).Select(s => (s.Item1!.Value, s.Item2)));
        Assert.DoesNotContain(world.Chat.In("console:@ben@baton.example"), m => m.EffectId.Contains("manager", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_nudged_outside_own_working_time()
    {
        var roster = Staff.Roster.Select(p => p == Ben ? p with { TimeZone = "America/New_York" } : p).ToArray();
        var own = new World(A.Terms(null, roster));
        var sent = new List<(string To, DateTimeOffset At)>();
        own.Chat.Fate = send =>
        {
            if (send is { Kind: "post", Card.Kind: CardKind.Nudge }) sent.Add((send.Place.Id, own.Now));
            return Fate.Arrives;
        };
        var id = await own.OfferAsync(A.Lead() with { Owner = Ben.Email });
        await own.DoAsync(id, new Intent.Accept(), Ben);
        await own.PassAsync(TimeSpan.FromDays(2));
        await own.DoAsync(id, new Intent.HandBack(), Ben);
        await own.PassAsync(TimeSpan.FromDays(30));

        Assert.Contains(sent, s => s.To.Contains("ben", StringComparison.Ordinal));
        foreach (var (to, at) in sent)
        {
            var there = at.ToInstant().InZone(DateTimeZoneProviders.Tzdb[to.Contains("ben", StringComparison.Ordinal) ? "America/New_York" : "Asia/Tokyo"]);
            Assert.InRange(there.Hour, 9, 17);
            Assert.InRange((int)there.DayOfWeek, 1, 5);
        }
    }

    [Fact]
    public async Task Of_nudges_that_waited_for_the_morning_only_the_latest_is_sent()
    {
        var sla = A.Sla(new SlaOptions { Accept = new ClockRules { Target = "4 hours", Calendar = "always", Ladder = ["50 owner", "80 owner", "100 owner", "1000 pool"] }, Contact = new ClockRules { Target = "10 business days" } });
        var own = new World(A.Terms(sla), A.Morning.AddHours(7.5));
        var id = await own.OfferAsync(A.Lead() with { Owner = Ben.Email, QualifiedAt = null });

        // From half past five in the evening: all steps fall into the night.
        await own.PassAsync(A.Morning.AddHours(24));

        Assert.Equal(
            [NudgeOutcome.Sent, NudgeOutcome.Superseded, NudgeOutcome.Superseded, NudgeOutcome.Sent],
            own.Timeline(id).OfType<HandoffEvent.NudgeSettled>().Where(e => e.Recipient == Ben.Email).OrderBy(e => e.Nudge, StringComparer.Ordinal).Select(e => e.Outcome));
        Assert.Equal(A.Morning.AddHours(23), own.Timeline(id).OfType<HandoffEvent.NudgeSettled>().Last().At);
    }

    [Fact]
    public async Task A_step_that_only_managers_hear_of_does_not_silence_the_owners_last_one()
    {
        var sla = A.Sla(new SlaOptions { Contact = new ClockRules { Target = "2 hours", Calendar = "always", Ladder = ["100 owner", "150 manager"] } });
        var own = new World(A.Terms(sla), A.Morning.AddHours(7.5));
        var id = await own.OfferAsync(A.Lead() with { QualifiedAt = null });
        await own.DoAsync(id, new Intent.Accept(), Ben);

        await own.PassAsync(A.Morning.AddHours(24));

        Assert.Contains((Ben.Email, NudgeOutcome.Sent), own.Timeline(id).OfType<HandoffEvent.NudgeSettled>().Select(e => (e.Recipient!.Value, e.Outcome)));
    }

    [Theory]
    [InlineData("snoozed", NudgeOutcome.Snoozed)]
    [InlineData("paused", NudgeOutcome.Paused)]
    [InlineData("taken", NudgeOutcome.MovedOn)]
    [InlineData("passed", NudgeOutcome.MovedOn)]
    [InlineData("rejected", NudgeOutcome.MovedOn)]
    public async Task A_nudge_that_says_nothing_true_any_more_is_dropped_with_its_reason(string what, NudgeOutcome outcome)
    {
        var id = await World50(world);
        await world.DoAsync(id, what switch
        {
            "snoozed" => new Intent.Snooze(world.Now.AddDays(2)),
            "paused" => new Intent.Pause("Away"),
            "taken" => new Intent.Accept(),
            "passed" => new Intent.Assign(Aoi.Email),
            _ => new Intent.Reject("too_small"),
        }, what is "paused" or "passed" ? Noor : Ben);

        await world.PassAsync(TimeSpan.FromDays(1));

        var nudge = world.Timeline(id).OfType<HandoffEvent.NudgeSettled>().First(e => e.Nudge.Contains("nudge", StringComparison.Ordinal));
        Assert.Equal(outcome, nudge.Outcome);
        Assert.DoesNotContain(world.Chat.Messages, m => m.EffectId.EndsWith(nudge.Nudge, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snooze_mutes_the_owner_and_not_the_manager()
    {
        var id = await world.OfferAsync(A.Lead() with { Owner = Ben.Email });
        await world.DoAsync(id, new Intent.Snooze(A.Morning.AddDays(3)), Ben);

        await world.PassAsync(A.Morning.AddHours(4));

        Assert.Equal(
            [(Ben.Email, NudgeOutcome.Sent), (Ben.Email, NudgeOutcome.Snoozed), (Ben.Email, NudgeOutcome.Snoozed), (Noor.Email, NudgeOutcome.Sent), (Otto.Email, NudgeOutcome.Sent), (Ben.Email, NudgeOutcome.Snoozed)],
            Settled(id).Select(s => (s.Item1!.Value, s.Item2)));
    }

    [Fact]
    public async Task What_a_snooze_kept_from_the_pool_is_told_when_it_ends_and_of_several_steps_the_latest()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Snooze(A.Morning.AddHours(3.5)), Noor);
        await world.DeliverAsync(id);

        await world.PassAsync(A.Morning.AddHours(3.4));
        Assert.Equal([(null, NudgeOutcome.Snoozed), (null, NudgeOutcome.Snoozed)], Settled(id));

        await world.PassAsync(A.Morning.AddHours(3.6));
        Assert.Equal([NudgeOutcome.Sent, NudgeOutcome.Superseded], Settled(id).Skip(2).Select(s => s.Item2).Order());
        Assert.Single(world.Chat.Messages, m => m.Card.Kind == CardKind.Nudge);
    }

    [Fact]
    public async Task Somebody_whom_the_platform_does_not_know_is_noted_as_such()
    {
        world.Chat.Strangers.Add(Ben.Email);
        var id = await world.OfferAsync(A.Lead() with { Owner = Ben.Email });

        Assert.Equal([(Ben.Email, NudgeOutcome.NobodyThere)], Settled(id).Select(s => (s.Item1!.Value, s.Item2)));
    }

    [Theory]
    [InlineData(Fate.IsGone)]
    [InlineData(Fate.IsForbidden)]
    [InlineData(Fate.Fails)]
    public async Task A_nudge_that_never_arrives_is_noted_as_refused_and_is_no_dead_letter(Fate fate)
    {
        world.Chat.Fate = send => send.Place.Id?.StartsWith('@') == true ? fate : Fate.Arrives;
        var id = await world.OfferAsync(A.Lead() with { Owner = Ben.Email });
        await world.DoAsync(id, new Intent.Pause("Away"), Noor);

        await world.PassAsync(TimeSpan.FromDays(4));

        Assert.Equal([(Ben.Email, NudgeOutcome.Refused)], Settled(id).Select(s => (s.Item1!.Value, s.Item2)));
        Assert.Empty(world.Outbox(id));
    }

    [Fact]
    public async Task A_nudge_waits_until_the_card_that_it_belongs_under_is_up()
    {
        var broken = true;
        world.Chat.Fate = send => broken && send.Card?.Kind == CardKind.Handoff ? Fate.Fails : Fate.Arrives;
        var id = await world.OfferAsync();
        await world.PassAsync(A.Morning.AddHours(2));
        Assert.Empty(world.Chat.Messages);

        broken = false;
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal([CardKind.Handoff, CardKind.Nudge], world.Chat.Messages.Select(m => m.Card.Kind));
        Assert.Equal([(null, NudgeOutcome.Sent)], Settled(id));
    }

    [Fact]
    public async Task A_nudge_that_may_have_arrived_in_the_evening_is_looked_for_and_not_sent_again_in_the_morning()
    {
        var own = new World(A.Terms(), A.Morning.AddHours(8).AddSeconds(-10));
        var id = await own.TakeAsync(A.Lead() with { Owner = Ben.Email, QualifiedAt = null });
        own.Chat.Fate = send => send is { Kind: "post", Card.Kind: CardKind.Nudge } ? Fate.ArrivesUnheard : Fate.Arrives;
        await own.DeliverAsync(id);

        await own.PassAsync(TimeSpan.FromDays(1));

        Assert.Single(own.Chat.Messages, m => m.EffectId.EndsWith("tell", StringComparison.Ordinal));
        Assert.Equal(NudgeOutcome.Sent, own.Timeline(id).OfType<HandoffEvent.NudgeSettled>().First().Outcome);
    }

    [Fact]
    public async Task A_nudge_that_is_found_where_it_may_have_arrived_is_brought_up_to_date()
    {
        var own = new World(A.Terms(), A.Morning);
        var id = await own.TakeAsync(A.Lead() with { Owner = Ben.Email, QualifiedAt = null });
        own.Chat.Fate = send => send is { Kind: "post", Card.Kind: CardKind.Nudge } ? Fate.ArrivesUnheard : Fate.Arrives;
        await own.DeliverAsync(id);
        await own.DoAsync(id, new Intent.Accept(), Ben);

        await own.PassAsync(TimeSpan.FromMinutes(10));

        var told = Assert.Single(own.Chat.Messages, m => m.EffectId.EndsWith("tell", StringComparison.Ordinal));
        Assert.Equal(own.Handoff(id).CardVersion, told.Cards[^1].Version);
    }

    [Fact]
    public async Task Who_is_given_a_lead_is_told_and_who_takes_it_for_oneself_is_not()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Assign(Aoi.Email), Noor);
        await world.DeliverAsync(id);
        await world.DoAsync(id, new Intent.Assign(Noor.Email), Noor);
        await world.DeliverAsync(id);

        Assert.Equal(["console:sales", "console:@aoi@baton.example"], world.Chat.Messages.Select(m => m.Place.ToString()));
        Assert.Equal("ja", world.Chat.Messages[1].Card.Locale);
    }

    [Fact]
    public async Task A_word_about_an_offer_that_has_moved_on_is_not_sent()
    {
        var own = new World(A.Terms(), A.Morning.AddHours(10));
        var id = await own.OfferAsync(A.Lead() with { Owner = Ben.Email, QualifiedAt = null });
        await own.DoAsync(id, new Intent.Assign(Aoi.Email), Noor);

        await own.PassAsync(A.Morning.AddHours(24));

        Assert.Empty(own.Chat.In("console:@ben@baton.example"));
        Assert.NotEmpty(own.Chat.In("console:@aoi@baton.example"));
        Assert.Contains((Ben.Email, NudgeOutcome.MovedOn), own.Timeline(id).OfType<HandoffEvent.NudgeSettled>().Select(e => (e.Recipient!.Value, e.Outcome)));
    }

    [Fact]
    public async Task Managers_are_asked_to_decide_a_contest_unless_it_is_settled_by_then()
    {
        var id = await world.OfferAsync();
        await world.DoAsync(id, new Intent.Reject("too_small"), Aoi);
        await world.DoAsync(id, new Intent.Contest("No."), Mika);
        await world.DeliverAsync(id);
        Assert.Contains(world.Chat.In("console:@noor@baton.example").Single().Card.Actions, a => a.Verb == "uphold");

        var settled = await world.OfferAsync(A.Lead("2", "b@c.example"));
        await world.DoAsync(settled, new Intent.Reject("too_small"), Aoi);
        await world.DoAsync(settled, new Intent.Contest("No."), Mika);
        await world.DoAsync(settled, new Intent.Undo(), Aoi);
        await world.DeliverAsync(settled);
        Assert.Single(world.Chat.In("console:@noor@baton.example"));
    }

    private static async Task<HandoffId> World50(World world)
    {
        var id = await world.OfferAsync(A.Lead() with { Owner = Ben.Email });
        world.Clock.MoveTo(A.Morning.AddHours(2));
        await world.Start().Desk.HandleAsync(id, new Intent.WakeUp(), Person.Baton, world.Now, default);
        return id;
    }

    private IEnumerable<(EmailAddress?, NudgeOutcome)> Settled(HandoffId id) =>
        world.Timeline(id).OfType<HandoffEvent.NudgeSettled>().Select(e => (e.Recipient, e.Outcome));
}
