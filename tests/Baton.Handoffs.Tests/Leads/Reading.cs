using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Leads;

/// <summary>Reads JSON the way the API does.</summary>
internal static class Reading
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    internal static LeadReading Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return LeadJson.Read(document.RootElement, Now);
    }

    internal static Lead Lead(string json) => Assert.IsType<LeadReading.Ok>(Of(json)).Lead;

    internal static IReadOnlyList<FieldError> Errors(string json) => Assert.IsType<LeadReading.Wrong>(Of(json)).Errors;

    /// <summary>A right lead with one more property.</summary>
    internal static string With(string property) => $$"""
        { "externalId": "1", "source": "web", "contact": { "email": "a@b.example", "title": "CTO" }, "company": { "name": "X" }, {{property}} }
        """;
}
