using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using NodaTime;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Chat;

public sealed class HomeTests
{
    private readonly World world = new();

    [Fact]
    public async Task Own_leads_come_before_offers_and_the_soonest_deadline_first()
    {
        var later = await OfferAsync("later", A.Morning);
        var sooner = await OfferAsync("sooner", A.Morning.AddHours(-5));
        var offer = await OfferAsync("offer", A.Morning.AddHours(-20));
        await OfferAsync("bens", A.Morning);
        foreach (var (id, rep) in new[] { (later, Aoi), (sooner, Aoi), (new HandoffId(world.Handoffs.Ids[^1].Value), Ben) })
        {
            await world.DoAsync(id, new Intent.Accept(), rep);
            await world.DeliverAsync(id);
        }

        var home = await HomeAsync(Aoi);

        Assert.Equal([sooner, later, offer], home.Handoffs.Select(c => c.Handoff!.Value));
        Assert.Equal(0, home.More);
        Assert.All(home.Handoffs, c => Assert.Equal((CardKind.Handoff, "", "ja"), (c.Kind, c.Topic, c.Locale)));
        Assert.Contains(home.Handoffs[0].Actions, a => a.Verb == "touch");
        Assert.Contains(home.Handoffs[2].Actions, a => a.Verb == "accept");
        Assert.Contains("初回連絡期限：", Read(home.Handoffs[0]), StringComparison.Ordinal);
        Assert.Contains("対応中のリードは 2 件、受けられるリードは 1 件です。", Read(home.Header), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_that_the_person_could_not_take_is_not_listed()
    {
        await world.OfferAsync(A.Lead() with { Owner = Ben.Email });

        Assert.Empty((await HomeAsync(Aoi)).Handoffs);
        Assert.Single((await HomeAsync(Ben)).Handoffs);
        Assert.Empty((await HomeAsync(Cleo)).Handoffs);
    }

    [Fact]
    public async Task What_is_offered_to_one_person_alone_is_on_that_persons_page_whoevers_pool_it_is()
    {
        await world.OfferAsync();

        await world.PassAsync(TimeSpan.FromDays(3));

        var home = await HomeAsync(Quin);
        Assert.Contains(Assert.Single(home.Handoffs).Actions, a => a.Verb == "accept");
        Assert.Contains("Leads that you can take: 1.", Read(home.Header), StringComparison.Ordinal);
        Assert.Empty((await HomeAsync(Aoi)).Handoffs);
    }

    [Fact]
    public async Task What_is_given_to_a_manager_without_pools_is_on_the_managers_page()
    {
        var id = await world.OfferAsync();
        Assert.Empty((await HomeAsync(Noor)).Handoffs);

        await world.DoAsync(id, new Intent.Assign(Noor.Email), Otto);
        await world.DeliverAsync(id);

        Assert.Single((await HomeAsync(Noor)).Handoffs);
    }

    [Fact]
    public async Task What_a_handoff_says_counts_when_its_fact_is_late()
    {
        var id = await OfferAsync("1", A.Morning);
        await world.DoAsync(id, new Intent.Accept(), Ben);

        Assert.Empty((await HomeAsync(Aoi)).Handoffs);
    }

    [Fact]
    public async Task At_most_twenty_are_listed_and_the_rest_is_counted()
    {
        for (var i = 0; i < 23; i++) await OfferAsync($"{i}", A.Morning);

        var home = await HomeAsync(Aoi);

        Assert.Equal((20, 3), (home.Handoffs.Count, home.More));
        Assert.Contains("23 件", Read(home.Header), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_week_tells_what_the_person_took_contacted_in_time_and_rejected()
    {
        var (taken, touched, rejected) = (await OfferAsync("1", A.Morning), await OfferAsync("2", A.Morning), await OfferAsync("3", A.Morning));
        await world.DoAsync(taken, new Intent.Accept(), Ben);
        await world.DoAsync(touched, new Intent.Accept(), Ben);
        await world.DoAsync(touched, new Intent.Touch(), Ben);
        await world.DoAsync(rejected, new Intent.Reject("too_small"), Ben);
        foreach (var id in world.Handoffs.Ids) await world.DeliverAsync(id);

        Assert.Contains("2 taken · 1 of 1 contacted in time · 1 rejected", Read((await HomeAsync(Ben)).Header), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_to_be_away_is_so_until_that_day_begins_and_can_come_back()
    {
        var away = Assert.IsType<ClickAnswer.Done>(await ClickAsync(Ben, "away", ("until", "2026-11-20"))).Updated;
        Assert.Contains("away, back on Nov 20, 2026", Read(away), StringComparison.Ordinal);
        Assert.Equal(["back", "language"], away.Actions.Select(a => a.Verb));
        var ben = world.Terms.Roster.Find(Ben.Email)!;
        Assert.True(ben.IsAway(new DateTimeOffset(2026, 11, 19, 23, 59, 59, TimeSpan.FromHours(9))));
        Assert.False(ben.IsAway(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(9))));

        var back = Assert.IsType<ClickAnswer.Done>(await ClickAsync(Ben, "back")).Updated;
        Assert.Equal(["away", "language"], back.Actions.Select(a => a.Verb));
        Assert.Equal("Ben Ode is not away.", Assert.IsType<ClickAnswer.Refused>(await ClickAsync(Ben, "back")).Why);
    }

    [Theory]
    [InlineData("2026-11-17", "Choose a day from 2026-11-18 to 2027-11-18.")]
    [InlineData("2027-11-19", "Choose a day from 2026-11-18 to 2027-11-18.")]
    [InlineData("tomorrow", "Write the day as 2026-12-01.")]
    [InlineData(" ", "Choose the day on which you are back.")]
    public async Task A_wrong_day_is_told_at_the_question(string day, string why)
    {
        var answer = Assert.IsType<ClickAnswer.Invalid>(await ClickAsync(Ben, "away", ("until", day)));

        Assert.Equal(("until", why), (Assert.Single(answer.Errors).Key, answer.Errors["until"]));
        Assert.Empty(world.People);
    }

    [Fact]
    public async Task The_language_is_the_one_that_the_person_chose()
    {
        var header = Assert.IsType<ClickAnswer.Done>(await ClickAsync(Ben, "language", ("locale", "ja"))).Updated;

        Assert.Equal("ja", header.Locale);
        Assert.Equal("ja", (await HomeAsync(Ben)).Header.Locale);
        Assert.Equal("en", header.Actions.Single(a => a.Verb == "language").Data["locale"]);
    }

    [Fact]
    public async Task Somebody_whom_nobody_configured_may_look_and_choose_a_language()
    {
        await world.OfferAsync();
        var home = await HomeAsync(Stranger);

        Assert.Empty(home.Handoffs);
        Assert.Contains("You may look here.", Read(home.Header), StringComparison.Ordinal);
        Assert.Equal(["language"], home.Header.Actions.Select(a => a.Verb));
        Assert.Equal("ja", Assert.IsType<ClickAnswer.Done>(await ClickAsync(Stranger, "language", ("locale", "ja-JP"))).Updated.Locale);
    }

    [Fact]
    public async Task A_button_that_is_not_there_is_told() =>
        Assert.Equal("There is no button “explode” here.", Assert.IsType<ClickAnswer.NotFound>(await ClickAsync(Ben, "explode")).Why);

    private Task<HandoffId> OfferAsync(string id, DateTimeOffset qualified) =>
        world.OfferAsync(A.Lead(id, $"{id}@nishi-kenzai.example") with { QualifiedAt = qualified, Engagements = [] });

    private Task<HomeView> HomeAsync(Person person) => world.Start().Home.HomeAsync(person.Email, default);

    private Task<ClickAnswer> ClickAsync(Person person, string verb, params (string Id, string Value)[] inputs) =>
        world.Start().Home.ClickAsync(new PersonalClick(verb, person.Email, inputs.ToDictionary(i => i.Id, i => i.Value)), default);

    private static string Read(Card card) =>
        string.Join('\n', card.Sections.SelectMany(Lines).Select(l => PlainText.Of(l, DateTimeZoneProviders.Tzdb["Asia/Tokyo"], card.Locale)));

    private static IEnumerable<Line> Lines(CardSection section) => section switch
    {
        CardSection.Heading it => [it.Text],
        CardSection.Paragraph it => it.Lines,
        CardSection.FactList it => it.Facts.Select(f => f.Value),
        _ => [],
    };
}
