using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Tests.Handoffs;

/// <summary>Builds what tests of handoffs talk about.</summary>
public static class A
{
    /// <summary>A Tuesday, ten in the morning in Tokyo: an hour into the working day, with three working days before the weekend and a holiday after it.</summary>
    public static DateTimeOffset Morning { get; } = new(2026, 11, 17, 1, 0, 0, TimeSpan.Zero);

    // Made once: its calendars remember the years that they were asked about.
    private static readonly SlaPolicies DefaultSla = SlaPolicies.Default();

    /// <summary>A lead with everything that is required, which marketing calls qualified.</summary>
    public static Lead Lead(string externalId = "51000001", string email = "sasaki@nishi-kenzai.example") => new()
    {
        ExternalId = externalId,
        Source = "hubspot",
        Campaign = "2026 Autumn Expo",
        Qualified = true,
        QualifiedAt = Morning,
        Contact = new Contact { Name = "恵 佐々木", Email = EmailAddress.Parse(email), Title = "購買部 主任", Phone = "03-3489-2278" },
        Company = new Company { Name = "西日本建材株式会社", Industry = "Construction", Employees = 80, Country = "Japan" },
        Engagements = [new Engagement(Morning.AddDays(-1), "form", "Pricing page form")],
    };

    /// <summary>A lead that lacks a required field.</summary>
    public static Lead IncompleteLead() => Lead() with { Contact = Lead().Contact with { Title = null } };

    /// <summary>What both departments agreed on: the defaults, two pools, everything to the pool sales.</summary>
    public static Terms Terms(SlaPolicies? sla = null, params Person[] roster)
    {
        var routing = new RoutingOptions
        {
            Pools = [new PoolOptions { Name = "sales", Sales = "console:sales" }, new PoolOptions { Name = "field", Sales = "console:field" }],
        };
        var (router, scoring) = (new LeadRouter(routing), new ScoringOptions());
        var scorer = new LeadScorer(scoring);
        return new Terms
        {
            Reasons = ReasonCatalogue.Default,
            Sla = sla ?? DefaultSla,
            Roster = new Roster(roster.Length > 0 ? roster : Staff.Roster),
            PoolRoute = router.Named,
            FallbackOwner = Staff.Quin.Email,
            Pools = router.Pools,
            Assess = (lead, now) =>
            {
                var score = scorer.Score(lead, now);
                var tier = score.Total >= scoring.HotThreshold ? Tier.Hot : Tier.Normal;
                var route = router.Route(lead, score, tier);
                return Qualification.Decide(lead, score, scoring) switch
                {
                    Qualification.Incomplete it => new Assessment(score, tier, true, "incomplete", it.Missing, route),
                    Qualification.Unqualified => new Assessment(score, tier, false, "score", [], route),
                    _ => new Assessment(score, tier, true, "sender", [], route),
                };
            },
        };
    }

    /// <summary>The default terms with another configuration of the clocks.</summary>
    public static SlaPolicies Sla(SlaOptions options) =>
        SlaPolicies.Parse(options, new Dictionary<string, CalendarOptions>()) is SlaResult.Ok ok ? ok.Policies : throw new ArgumentException("Wrong options.", nameof(options));

    /// <summary>A handoff that was just offered to the pool sales.</summary>
    public static HandoffStory Handoff(Terms? terms = null) => HandoffStory.Of(Lead(), terms ?? Terms());

    /// <summary>A handoff of that lead, as it begins.</summary>
    public static HandoffStory Handoff(Lead lead, Terms? terms = null) => HandoffStory.Of(lead, terms ?? Terms());
}
