using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;

namespace Baton.Tables.Tests.Stores.Building;

/// <summary>The people and terms of the stories.</summary>
internal static class House
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 16, 1, 0, 0, TimeSpan.Zero);

    public static readonly Person Rep = Of("rep@sales.example", "恵 田中", Roles.Rep);
    public static readonly Person Colleague = Of("colleague@sales.example", "Robin \"Bob\" O'Neil", Roles.Rep);
    public static readonly Person Manager = Of("manager@sales.example", "Kim", Roles.Manager);
    public static readonly Person Marketer = Of("marketer@marketing.example", "Mio", Roles.Marketer);

    private static readonly Route Route = new(
        "inside-sales",
        new Place("slack", "C0123/sales"),
        new Place("teams", "19:abc@thread.tacv2"),
        "business",
        [new RouteStep("enterprise", false, "employees 80 < 1000"), new RouteStep("rest", true, "always")]);

    public static readonly Terms Terms = new()
    {
        Reasons = ReasonCatalogue.Default,
        Sla = SlaPolicies.Default(),
        Roster = new Roster([Rep, Colleague, Manager, Marketer]),
        Assess = (lead, _) => Assessed(lead),
        PoolRoute = pool => Route with { Pool = pool },
        FallbackOwner = Manager.Email,
    };

    public static Lead Lead(string externalId = "51000001") => new()
    {
        ExternalId = externalId,
        Source = "hubspot",
        Campaign = "2026 Autumn Expo <b>&amp;",
        Qualified = true,
        QualifiedAt = Monday.AddHours(-2),
        Score = 82,
        Contact = new Contact { Name = "恵 佐々木 🤝", Email = EmailAddress.Parse("sasaki.736@nishi-kenzai.example"), Phone = "03-3489-2278", Title = "購買部 主任", Locale = "ja", TimeZone = "Asia/Tokyo" },
        Company = new Company { Name = "西日本建材株式会社", Domain = "nishi-kenzai.example", Industry = "Construction", Employees = 80, Country = "Japan" },
        Need = "見積もりをお願いします。\n\"=HYPERLINK(1)\" \\ \u0001",
        Engagements = [new Engagement(Monday.AddHours(-9), "form", "Pricing page form"), new Engagement(null, "page", "料金", 3)],
        Owner = null,
        Attributes = new Dictionary<string, string> { ["utm source"] = "x/y#z?", ["空"] = "" },
    };

    public static Assessment Assessed(Lead lead) => new(
        new ScoreCard(20, 30, 20, lead.Score, [new ScorePoint("attributes", "industry", 20), new ScorePoint("behaviour", "pricing", 30)]),
        Tier.Hot,
        true,
        "score 82 >= 60",
        lead.Contact.Phone is null ? ["contact.phone"] : [],
        Route);

    private static Person Of(string email, string name, Roles roles) =>
        new() { Email = EmailAddress.Parse(email), Name = name, Roles = roles, Pools = ["inside-sales"] };
}
