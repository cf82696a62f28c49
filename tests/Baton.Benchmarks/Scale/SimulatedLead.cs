using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Benchmarks.Scale;

/// <summary>A lead that nothing is missing of.</summary>
internal static class SimulatedLead
{
    private const string Source = "hubspot";

    public static HandoffId IdOf(string name) => HandoffId.For(Source, name);

    public static Lead Of(string name) => new()
    {
        ExternalId = name,
        Source = Source,
        Campaign = "2026 Autumn Expo",
        Qualified = true,
        Score = 70,
        Contact = new Contact { Name = "Robin Vogel", Email = EmailAddress.Parse($"robin@{name}.example"), Phone = "03-3489-2278", Title = "Head of IT" },
        Company = new Company { Name = $"Company {name}", Domain = $"{name}.example", Industry = "Construction", Employees = 240, Country = "Japan" },
        Need = "Please send a quote for 40 seats.",
    };
}
