using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Leads;

/// <summary>Builds the leads that tests talk about.</summary>
internal static class LeadBuilder
{
    /// <summary>A lead with the required fields and nothing else.</summary>
    internal static Lead Bare { get; } = new()
    {
        ExternalId = "1",
        Source = "web",
        Contact = new Contact { Name = "A B", Title = "Clerk", Email = EmailAddress.Parse("a@b.example") },
        Company = new Company { Name = "X" },
    };

    internal static Lead Titled(this Lead lead, string title) => lead with { Contact = lead.Contact with { Title = title } };

    internal static Lead Sized(this Lead lead, int employees) => lead with { Company = lead.Company with { Employees = employees } };

    internal static Lead From(this Lead lead, string country) => lead with { Company = lead.Company with { Country = country } };

    internal static Lead Did(this Lead lead, string kind, string what, int daysAgo = 0, int count = 1) =>
        lead with { Engagements = [.. lead.Engagements, new Engagement(Reading.Now.AddDays(-daysAgo), kind, what, count)] };
}
