using Baton.Handoffs.Erasing;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Tests.Leads;

namespace Baton.Handoffs.Tests.Routing;

public sealed class LeadRouterTests
{
    private static readonly Lead Full = LeadBuilder.Bare.Titled("CTO").Sized(80).From("Japan") with
    {
        Source = "hubspot",
        Campaign = "2026 Autumn Expo",
        Owner = EmailAddress.Parse("rep@example.com"),
    };

    private static RouteStep Ask(RouteWhen when, Lead lead, int score = 50, Tier tier = Tier.Normal) => Router(when).Route(lead, new ScoreCard(0, 0, 0, score, []), tier).Trace[0];

    private static IEnumerable<(string Rule, bool Matched, string Because)> Said(Route route) => route.Trace.Select(s => (s.Rule, s.Matched, s.Because));

    private static LeadRouter Router(RouteWhen when) => new(new RoutingOptions
    {
        Pools = [new PoolOptions { Name = "big", Sales = "slack:C1", Calendar = "tokyo" }, new PoolOptions { Name = "rest" }],
        Marketing = "teams:19:x@thread.tacv2",
        Rules = [new RouteRule { Name = "first", When = when, Pool = "big" }, new RouteRule { Name = "everything else", Pool = "rest" }],
    });

    [Fact]
    public void The_first_rule_that_matches_decides_where_and_by_whose_calendar()
    {
        var route = Router(new RouteWhen { Country = ["Japan"] }).Route(Full, new ScoreCard(0, 0, 0, null, []), Tier.Normal);

        Assert.Equal(("big", "slack:C1", "teams:19:x@thread.tacv2", "tokyo"), (route.Pool, route.Sales.ToString(), route.Marketing.ToString(), route.Calendar));
        Assert.Equal([("first", true, "country is 'Japan'")], Said(route));
    }

    [Fact]
    public void A_tier_is_called_by_its_name_in_the_readers_language()
    {
        var (asked, taken) = (Ask(new RouteWhen { Tier = ["hot"] }, Full), Ask(new RouteWhen { Tier = ["hot"] }, Full, tier: Tier.Hot));

        Assert.Equal(("tier is 'Normal', not 'Hot'", "優先度は「通常」(条件は「ホット」)"), (asked.Why("en"), asked.Why("ja")));
        Assert.Equal(("tier is 'Hot'", "優先度は「ホット」"), (taken.Why("en"), taken.Why("ja")));
    }

    [Fact]
    public void Every_rule_that_was_asked_says_why_not()
    {
        var route = Router(new RouteWhen { Country = ["Japan", "JP"] }).Route(Full.From("Germany"), new ScoreCard(0, 0, 0, null, []), Tier.Normal);

        Assert.Equal("rest", route.Pool);
        Assert.Equal([("first", false, "country is 'Germany', not one of 'Japan', 'JP'"), ("everything else", true, "matches every lead")], Said(route));
        Assert.Equal(["first: 国は「Germany」(条件は「Japan」、「JP」のいずれか)", "everything else: すべてのリードが対象"], route.Trace.Select(s => s.Told("ja")));
    }

    public static TheoryData<RouteWhen, string> Conditions => new()
    {
        { new RouteWhen { Source = ["web"] }, "source is 'hubspot', not 'web'" },
        { new RouteWhen { Campaign = ["*Spring*"] }, "campaign is '2026 Autumn Expo', not '*Spring*'" },
        { new RouteWhen { Country = ["U*"] }, "country is 'Japan', not 'U*'" },
        { new RouteWhen { Industry = ["*"] }, "industry is unknown, not '*'" },
        { new RouteWhen { Title = ["CEO"] }, "title is 'CTO', not 'CEO'" },
        { new RouteWhen { EmailDomain = ["x.example"] }, "e-mail domain is 'b.example', not 'x.example'" },
        { new RouteWhen { Locale = ["ja"] }, "locale is unknown, not 'ja'" },
        { new RouteWhen { Owner = ["boss@example.com"] }, "owner is 'rep@example.com', not 'boss@example.com'" },
        { new RouteWhen { Tier = ["hot"] }, "tier is 'Normal', not 'Hot'" },
        { new RouteWhen { MinEmployees = 81 }, "employees is '80', not 81 or more" },
        { new RouteWhen { MaxEmployees = 79 }, "employees is '80', not 0 to 79" },
        { new RouteWhen { MinScore = 51 }, "score is '50', not 51 or more" },
        { new RouteWhen { Source = ["hubspot"], MinScore = 51 }, "score is '50', not 51 or more" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Each_condition_can_say_no(RouteWhen when, string because) 
    {
        var step = Ask(when, Full);

        Assert.Equal(("first", false, because, $"first: {because}"), (step.Rule, step.Matched, step.Because, step.Told("en")));
        Assert.Matches(@"^first: \p{IsHiragana}*[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}ー]+は(「.+」|不明)\(条件は.+\)$", step.Told("ja"));
    }

    [Theory]
    [InlineData(81, null, "従業員数は「80」(条件は81以上)")]
    [InlineData(null, 79, "従業員数は「80」(条件は0〜79)")]
    [InlineData(1, 80, "従業員数は「80」")]
    public void A_range_is_told_in_Japanese_too(int? least, int? most, string because) =>
        Assert.Equal(because, Ask(new RouteWhen { MinEmployees = least, MaxEmployees = most }, Full).Why("ja"));

    [Fact]
    public void Of_a_long_list_a_few_are_named_and_the_others_counted()
    {
        var step = Ask(new RouteWhen { Country = [.. Enumerable.Range(1, 300).Select(i => $"c{i}")] }, Full);

        Assert.Equal("country is 'Japan', not one of 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8' and 292 more", step.Because);
        Assert.EndsWith("「c8」ほか292件のいずれか)", step.Why("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_of_an_earlier_release_is_told_as_it_was_stored_and_an_erased_one_by_the_rules_name_alone()
    {
        Assert.Equal("first: country is 'Japan'", new RouteStep("first", true, "country is 'Japan'").Told("ja"));
        var erased = PersonalData.Without(Router(new RouteWhen { Title = ["CTO"] }).Route(Full, new ScoreCard(0, 0, 0, null, []), Tier.Normal));

        Assert.Equal(("first", "first"), (Assert.Single(erased.Trace).Told("ja"), erased.Trace[0].Told("en")));
    }

    [Fact]
    public void All_conditions_together_can_say_yes() =>
        Assert.True(Ask(
            new RouteWhen
            {
                Source = ["HUBSPOT"], Campaign = ["*expo"], Country = ["japan"], Title = ["cto"], EmailDomain = ["*.example"], Owner = ["REP@*"],
                Tier = ["Hot"], MinEmployees = 80, MaxEmployees = 80, MinScore = 90,
            },
            Full, 90, Tier.Hot).Matched);

    [Fact]
    public void A_lead_cannot_smuggle_text_into_the_trace() =>
        Assert.Equal("country is '·Japan', not 'x'", Ask(new RouteWhen { Country = ["x"] }, Full.From("\u202eJapan")).Because);

    [Fact]
    public void Without_configuration_one_pool_gets_everything()
    {
        var route = new LeadRouter(new RoutingOptions()).Route(Full, new ScoreCard(0, 0, 0, null, []), Tier.Normal);

        Assert.Equal(("sales", "console:sales", "console:marketing"), (route.Pool, route.Sales.ToString(), route.Marketing.ToString()));
    }

    [Fact]
    public void A_handoff_can_be_sent_to_a_pool_by_name()
    {
        Assert.Equal("tokyo", Router(new RouteWhen()).Named("big")!.Calendar);
        Assert.Equal(("big: named by a person", "big: 人による指定"), (Router(new RouteWhen()).Named("big")!.Trace[0].Told("en"), Router(new RouteWhen()).Named("big")!.Trace[0].Told("ja")));
        Assert.Null(Router(new RouteWhen()).Named("none"));
    }
}
