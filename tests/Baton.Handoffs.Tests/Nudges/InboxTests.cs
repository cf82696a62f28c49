using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using NodaTime;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Nudges;

public sealed class InboxTests
{
    // Eight in the evening in Tokyo: the next working minute is nine the next morning.
    private static readonly DateTimeOffset Evening = A.Morning.AddHours(10);
    private static readonly DateTimeOffset NextMorning = A.Morning.AddHours(23);

    // Nothing but the words about the offers falls into the night.
    private static readonly SlaPolicies Patient = A.Sla(new SlaOptions { Contact = new ClockRules { Target = "10 business days" } });

    private readonly World world = Night();

    [Fact]
    public async Task Several_words_that_wait_for_one_person_become_one_message_at_the_next_working_minute()
    {
        var ids = await OfferAllAsync(world, 3);
        await world.PassAsync(NextMorning.AddSeconds(-1));
        Assert.Empty(ToBen(world));

        await world.PassAsync(TimeSpan.FromSeconds(1));

        var told = Assert.Single(ToBen(world));
        Assert.Equal((CardKind.Nudge, null, "en", 0), (told.Card.Kind, told.Card.Handoff, told.Card.Locale, told.Card.Actions.Count));
        Assert.Equal("3 reminders wait for you", PlainText.Of(told.Card.Summary, DateTimeZone.Utc, "en"));
        Assert.Equal(3, told.Card.Sections.OfType<CardSection.Paragraph>().Count(p => p.Lines.Any(l => PlainText.Of(l, DateTimeZone.Utc, "en") == "This lead is offered to you.")));
        Assert.All(ids, id => Assert.Equal([(NudgeOutcome.Sent, NextMorning)], Settled(world, id).Select(s => (s.Outcome, s.At))));
    }

    [Fact]
    public async Task A_single_word_keeps_its_buttons_and_is_kept_up_to_date()
    {
        var id = (await OfferAllAsync(world, 1))[0];
        await world.PassAsync(NextMorning);
        var told = Assert.Single(ToBen(world));
        Assert.Contains(told.Card.Actions, a => a.Verb == "accept");

        await world.DoAsync(id, new Intent.Accept(), Ben);
        await world.DeliverAsync(id);

        Assert.Equal(world.Handoff(id).CardVersion, ToBen(world).Single().Card.Version);
    }

    [Fact]
    public async Task What_moved_on_in_the_night_is_dropped_with_its_reason()
    {
        var ids = await OfferAllAsync(world, 2);
        await world.DoAsync(ids[0], new Intent.Assign(Aoi.Email), Noor);

        await world.PassAsync(NextMorning);

        Assert.Equal(ids[1], Assert.Single(ToBen(world)).Card.Handoff);
        Assert.Equal([NudgeOutcome.MovedOn], Settled(world, ids[0]).Where(s => s.Recipient == Ben.Email).Select(s => s.Outcome));
        Assert.Equal([NudgeOutcome.Sent], Settled(world, ids[1]).Select(s => s.Outcome));
    }

    [Fact]
    public async Task When_nothing_is_true_any_more_nothing_is_sent()
    {
        foreach (var id in await OfferAllAsync(world, 2)) await world.DoAsync(id, new Intent.Accept(), Ben);

        await world.PassAsync(NextMorning);

        Assert.Empty(ToBen(world));
        Assert.DoesNotContain(world.Wakes.All, w => w.Id == Ben.Email.Value);
    }

    [Fact]
    public async Task More_than_a_message_shows_are_counted()
    {
        await OfferAllAsync(world, 20);

        await world.PassAsync(NextMorning);

        var told = Assert.Single(ToBen(world)).Card;
        Assert.Equal("20 reminders wait for you", PlainText.Of(told.Summary, DateTimeZone.Utc, "en"));
        Assert.Contains("… and 5 more", Read(told), StringComparison.Ordinal);
        Assert.All(world.Handoffs.Ids, id => Assert.Equal(NudgeOutcome.Sent, Assert.Single(Settled(world, id)).Outcome));
    }

    [Fact]
    public async Task What_was_muted_by_a_snooze_is_told_at_its_end_if_it_is_still_true()
    {
        var own = new World();
        var (kept, taken) = (await own.OfferAsync(Lead(1)), await own.OfferAsync(Lead(2)));
        foreach (var id in new[] { kept, taken }) await own.DoAsync(id, new Intent.Snooze(A.Morning.AddHours(3)), Ben);
        await own.PassAsync(A.Morning.AddHours(2.5));
        Assert.Equal([NudgeOutcome.Sent, NudgeOutcome.Snoozed], Settled(own, kept).Select(s => s.Outcome));
        await own.DoAsync(taken, new Intent.Accept(), Ben);

        await own.PassAsync(A.Morning.AddHours(3));

        Assert.Equal([NudgeOutcome.Sent, NudgeOutcome.Snoozed, NudgeOutcome.Sent], Settled(own, kept).Select(s => s.Outcome));
        Assert.Equal([NudgeOutcome.Sent, NudgeOutcome.Snoozed, NudgeOutcome.MovedOn], Settled(own, taken).Select(s => s.Outcome));
        Assert.Equal(A.Morning.AddHours(3), Settled(own, kept)[^1].At);
    }

    [Fact]
    public async Task A_returning_rep_is_not_flooded_to_catch_up()
    {
        var own = new World(A.Terms() with { HandBackAfter = TimeSpan.FromDays(10), HopLimit = 0, FallbackOwner = null });
        for (var i = 0; i < 6; i++)
        {
            var id = await own.OfferAsync(Lead(i));
            await own.DoAsync(id, new Intent.Accept(), Ben);
            await own.DeliverAsync(id);
        }

        var before = ToBen(own).Count;
        await own.Start().People.AwayAsync(Ben, new DateOnly(2026, 11, 20), Ben, own.Now, default);
        await own.PassAsync(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(9)).AddSeconds(-1));
        Assert.Equal(before, ToBen(own).Count);
        Assert.All(own.Handoffs.Ids, id => Assert.Contains(NudgeOutcome.Away, Settled(own, id).Where(s => s.Recipient == Ben.Email).Select(s => s.Outcome)));

        await own.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(before + 1, ToBen(own).Count);
        Assert.Equal("6 reminders wait for you", PlainText.Of(ToBen(own)[^1].Card.Summary, DateTimeZone.Utc, "en"));
    }

    [Fact]
    public async Task Who_comes_back_early_is_told_at_once_what_waits()
    {
        var own = new World(A.Terms() with { HandBackAfter = TimeSpan.FromDays(10) });
        var id = await own.OfferAsync(A.Lead() with { Owner = Ben.Email });
        await own.DoAsync(id, new Intent.Accept(), Ben);
        await own.DeliverAsync(id);
        await own.Start().People.AwayAsync(Ben, new DateOnly(2026, 11, 24), Ben, own.Now, default);
        await own.PassAsync(A.Morning.AddDays(2));
        var before = ToBen(own).Count;

        await own.Start().People.BackAsync(Ben, Noor, own.Now, default);
        await own.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(before + 1, ToBen(own).Count);
    }

    [Fact]
    public async Task Who_is_away_for_good_is_told_nothing_ever()
    {
        await world.Start().People.LearnAsync(Noor.Email, new PersonProfile(null, null, true), world.Now, default);
        var id = (await OfferAllAsync(world, 1))[0];

        await world.PassAsync(TimeSpan.FromDays(3));

        Assert.Empty(world.Chat.In("console:@noor@baton.example"));
        Assert.Contains((Noor.Email, NudgeOutcome.Away), Settled(world, id).Select(s => (s.Recipient!.Value, s.Outcome)));
    }

    [Theory]
    [InlineData(Fate.Fails, NudgeOutcome.Refused)]
    [InlineData(Fate.IsLost, NudgeOutcome.Refused)]
    [InlineData(Fate.IsGone, NudgeOutcome.Refused)]
    [InlineData(Fate.IsForbidden, NudgeOutcome.Refused)]
    public async Task A_message_that_never_arrives_is_noted_for_each_that_it_told(Fate fate, NudgeOutcome outcome)
    {
        world.Chat.Fate = send => send.Place.Id?.StartsWith('@') == true ? fate : Fate.Arrives;
        var ids = await OfferAllAsync(world, 2);
        foreach (var id in ids) await world.DoAsync(id, new Intent.Pause("Later"), Noor);

        await world.PassAsync(TimeSpan.FromDays(4));

        Assert.All(ids, id => Assert.Equal([outcome], Settled(world, id).Select(s => s.Outcome)));
    }

    [Theory]
    [InlineData(Fate.Fails)]
    [InlineData(Fate.MustWait)]
    [InlineData(Fate.ArrivesUnheard)]
    [InlineData(Fate.IsLost)]
    public async Task What_went_wrong_once_is_mended_and_told_once(Fate fate)
    {
        var once = true;
        world.Chat.Fate = send => send is { Kind: "post", Place.Id: "@ben@baton.example" } && once && !(once = false) ? fate : Fate.Arrives;
        var ids = await OfferAllAsync(world, 3);

        await world.PassAsync(NextMorning.AddMinutes(5));

        Assert.Single(ToBen(world));
        Assert.All(ids, id => Assert.Equal([NudgeOutcome.Sent], Settled(world, id).Select(s => s.Outcome)));
    }

    [Fact]
    public async Task No_escalation_comes_at_midnight_in_spite_of_office_hours_and_each_person_gets_one_message()
    {
        var own = new World(A.Terms(A.Sla(new SlaOptions { Accept = new ClockRules { Target = "4 hours", Calendar = "always", Ladder = ["100 owner+manager", "1000 pool"] } })), Evening);
        var sent = new List<DateTimeOffset>();
        own.Chat.Fate = send =>
        {
            if (send is { Kind: "post", Card.Kind: CardKind.Nudge }) sent.Add(own.Now);
            return Fate.Arrives;
        };
        for (var i = 0; i < 4; i++) await own.OfferAsync(Lead(i));

        // Everybody's target is reached at midnight.
        await own.PassAsync(NextMorning);

        Assert.Equal(3, sent.Count);
        Assert.All(sent, at => Assert.Equal(NextMorning, at));
        Assert.Single(own.Chat.In("console:@noor@baton.example"));
    }

    [Theory]
    [InlineData("direct")]
    [InlineData("post")]
    public async Task What_waits_for_a_credential_too_is_told_in_one_message_when_there_is_one(string refused)
    {
        var ids = await OfferAllAsync(world, 2);
        world.Chat.Fate = send => send.Kind == refused ? Fate.IsUnauthorized : Fate.Arrives;
        await world.PassAsync(NextMorning.AddMinutes(10));
        Assert.Empty(ToBen(world));
        Assert.All(ids, id => Assert.Empty(Settled(world, id)));

        world.Chat.Fate = _ => Fate.Arrives;
        await world.PassAsync(world.Pulse.Unauthorized + world.Pulse.Claim);

        Assert.Single(ToBen(world));
        Assert.All(ids, id => Assert.Equal([NudgeOutcome.Sent], Settled(world, id).Select(s => s.Outcome)));
    }

    internal static World Night() => new(A.Terms(Patient), Evening);

    internal static async Task<IReadOnlyList<HandoffId>> OfferAllAsync(World world, int count)
    {
        var ids = new List<HandoffId>();
        for (var i = 0; i < count; i++) ids.Add(await world.OfferAsync(Lead(i)));
        return ids;
    }

    internal static Lead Lead(int number) => A.Lead($"{number}", $"c{number}@nishi-kenzai.example") with { Owner = Ben.Email, QualifiedAt = null };

    internal static IReadOnlyList<ShownMessage> ToBen(World world) => [.. world.Chat.In("console:@ben@baton.example")];

    internal static IReadOnlyList<HandoffEvent.NudgeSettled> Settled(World world, HandoffId id) =>
        [.. world.Timeline(id).OfType<HandoffEvent.NudgeSettled>()];

    private static string Read(Card card) =>
        string.Join('\n', card.Sections.OfType<CardSection.Paragraph>().SelectMany(p => p.Lines).Select(l => PlainText.Of(l, DateTimeZone.Utc, card.Locale)));
}
