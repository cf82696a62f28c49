using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using NodaTime;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Chat;

public sealed class CardTests
{
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    [Fact]
    public void The_card_holds_everything_that_is_needed_to_call()
    {
        var facts = Facts(A.Handoff(A.Lead() with { Score = 82, Need = "見積もりをお願いします。" }));

        Assert.Equal("恵 佐々木 · 購買部 主任", facts["Contact"]);
        Assert.Equal("sasaki@nishi-kenzai.example", facts["E-mail"]);
        Assert.Equal("03-3489-2278", facts["Phone"]);
        Assert.Equal("西日本建材株式会社 · Construction · Japan · 80 employees", facts["Company"]);
        Assert.Equal("見積もりをお願いします。", facts["Why now"]);
        Assert.Matches(@"^82 \(given by hubspot; our own count: attributes \d+/30, behaviour \d+/40, engagement \d+/30\)$", facts["Score"]);
        Assert.Equal("hubspot · 2026 Autumn Expo", facts["Source"]);
        Assert.Equal("Pricing page form Nov 16, 2026", facts["Last engagements"]);
        Assert.Equal("Pool sales · 佐藤 葵 · Ben Ode", facts["May take it"]);
        Assert.Equal("Nov 17, 2026 2:00 PM (4 h 0 min of working time left)", facts["Accept by"]);
        Assert.Equal("Nov 18, 2026 10:00 AM (1 d 0 h of working time left)", facts["First contact by"]);
    }

    [Fact]
    public void Why_now_is_the_strongest_fresh_sign() =>
        Assert.Equal("Form: Pricing page form · Nov 16, 2026", Facts(A.Handoff())["Why now"]);

    [Fact]
    public void A_late_clock_and_a_paused_one_say_so()
    {
        Assert.EndsWith("(1 h 0 min of working time late)", Facts(A.Handoff().After(TimeSpan.FromHours(5)))["Accept by"], StringComparison.Ordinal);
        Assert.Equal("paused: On holiday", Facts(A.Handoff().Does(Noor, new Intent.Pause("On holiday")))["Accept by"]);
    }

    [Fact]
    public void A_snooze_is_shown_until_it_ends()
    {
        var snoozed = Stories.Accepted.Does(Aoi, new Intent.Snooze(A.Morning.AddDays(1)));

        Assert.Equal("Nov 18, 2026 10:00 AM", Facts(snoozed)["Snoozed until"]);
        Assert.DoesNotContain("Snoozed until", Facts(snoozed.After(TimeSpan.FromDays(1))).Keys);
        Assert.DoesNotContain("Snoozed until", Facts(snoozed.RejectedBy(Aoi)).Keys);
    }

    [Fact]
    public void A_form_that_asks_the_same_of_every_handoff_is_one_for_each_language_and_catalogue()
    {
        var other = new ReasonCatalogue([new Reason { Code = "no", Class = ReasonClass.Other, En = "No", Ja = "不可" }], ReasonCatalogue.Default.Recycle, ReasonCatalogue.Default.Disqualify);
        var english = RejectForm(A.Handoff(), "en");

        Assert.Same(english, RejectForm(A.Handoff(A.Lead("another")), "en"));
        Assert.Equal("却下", RejectForm(A.Handoff(), "ja").Title);
        Assert.Equal("Reject", english.Title);
        Assert.Equal("不可", Choice(RejectForm(A.Handoff(A.Terms() with { Reasons = other }), "ja")).Groups[0].Options[0].Label);
        Assert.NotEqual("不可", Choice(RejectForm(A.Handoff(), "ja")).Groups[0].Options[0].Label);
    }

    [Fact]
    public void Unreachable_is_a_choice_once_enough_attempts_were_made()
    {
        Assert.DoesNotContain("unreachable", Reasons(Stories.Contacted.TouchedBy(Aoi)));
        Assert.Contains("unreachable", Reasons(Stories.Contacted.TouchedBy(Aoi).TouchedBy(Aoi)));
    }

    [Fact]
    public void Tomorrow_is_the_readers_own()
    {
        var early = Stories.Accepted.At(new DateTimeOffset(2026, 11, 17, 23, 30, 0, TimeSpan.Zero));
        var inSydney = Aoi with { TimeZone = "Australia/Sydney" };
        var snooze = HandoffCard.Of(early.Handoff, CardReader.Of(inSydney), early.Terms, early.Now).Actions.Single(a => a.Verb == Verbs.Snooze);

        Assert.Equal(new DateOnly(2026, 11, 19), Assert.IsType<FormInput.Date>(Assert.Single(snooze.Form!.Inputs)).Value);
    }

    [Fact]
    public void Buttons_belong_to_the_latest_word_on_a_matter()
    {
        var story = Stories.Contested.Does(Noor, new Intent.DecideContest(false)).FixedBy(Mika).After(TimeSpan.FromMinutes(1)).RejectedBy(Ben);
        var buttons = story.Timeline.Index().Where(e => Baton.Handoffs.Handoffs.Effects.EffectsOf.IsFeedback(e.Item))
            .Select(e => (e.Item.GetType().Name, FeedbackCard.Of(story.Handoff, e.Item, e.Index + 1, CardReader.Of(Mika), story.Terms, story.Now).Actions.Count));

        Assert.Equal([("Rejected", 0), ("Contested", 0), ("ContestDecided", 0), ("Resubmitted", 0), ("Rejected", 3)], buttons);
    }

    [Fact]
    public async Task Other_handoffs_of_the_person_and_company_are_shown_before_somebody_calls()
    {
        var world = new World();
        var customer = await world.TakeAsync(A.Lead("1", "boss@nishi-kenzai.example"));
        await world.DoAsync(customer, new Intent.Accept(), Aoi);
        await world.DoAsync(customer, new Intent.Win(1, "JPY"), Api);
        var earlier = await world.OfferAsync(A.Lead("2"));
        await world.DoAsync(earlier, new Intent.Reject("too_small"), Ben);
        await world.DeliverAsync(earlier);

        var now = world.Handoff(await world.TakeAsync(A.Lead("3")));

        Assert.Equal([(customer, false), (earlier, true)], now.Relatives.Select(r => (r.Id, r.IsSamePerson)));
        var card = HandoffCard.Of(now, new CardReader("en", null), world.Terms, world.Now);
        Assert.Equal(
            [
                "Existing customer: an earlier lead of theirs was won",
                "Same company: 恵 佐々木 · Won · 佐藤 葵 · Nov 17, 2026",
                "Same person earlier: Rejected · Nov 17, 2026",
            ],
            ((CardSection.Paragraph)card.Sections[^1]).Lines.Select(l => PlainText.Of(l, Tokyo, "en")));
    }

    private static Dictionary<string, string> Facts(HandoffStory story) =>
        HandoffCard.Of(story.Handoff, new CardReader("en", null), story.Terms, story.Now).Sections.OfType<CardSection.FactList>().Single().Facts
            .ToDictionary(f => f.Label, f => PlainText.Of(f.Value, Tokyo, "en"));

    private static IEnumerable<string> Reasons(HandoffStory story) =>
        HandoffCard.Of(story.Handoff, CardReader.Of(Aoi), story.Terms, story.Now).Actions.Single(a => a.Verb == Verbs.Recycle)
            .Form!.Inputs.OfType<FormInput.Choice>().Single().Groups.SelectMany(g => g.Options).Select(o => o.Value);

    private static CardForm RejectForm(HandoffStory story, string locale) =>
        HandoffCard.Of(story.Handoff, new CardReader(locale, Aoi), story.Terms, story.Now).Actions.Single(a => a.Verb == Verbs.Reject).Form!;

    private static FormInput.Choice Choice(CardForm form) => form.Inputs.OfType<FormInput.Choice>().First();
}
