using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Leads;

public sealed class LeadFieldsTests
{
    [Fact]
    public void Every_field_has_a_path_of_its_own_that_reads_back() =>
        Assert.All(Enum.GetValues<LeadField>(), field => Assert.True(LeadFields.TryParse(field.Path().ToUpperInvariant(), out var read) && read == field));

    [Fact]
    public void Every_field_of_a_full_lead_can_be_asked_for_by_its_path()
    {
        var lead = Reading.Lead("""
            { "externalId": "1", "source": "s", "campaign": "c", "qualified": false, "qualifiedAt": "2026-11-20T09:00:00Z", "score": 5,
              "contact": { "name": "n", "email": "a@b.example", "phone": "1", "title": "t", "locale": "ja", "timeZone": "UTC" },
              "company": { "name": "x", "domain": "d", "industry": "i", "employees": 3, "country": "Japan" }, "need": "n", "owner": "r@b.example" }
            """);

        Assert.Equal(
            ["1", "s", "c", "false", "2026-11-20T09:00:00.0000000+00:00", "5", "n", "a@b.example", "1", "t", "ja", "UTC", "x", "d", "i", "3", "Japan", "n", "r@b.example"],
            LeadFields.All.Select(p => lead.TextAt(p)));
        Assert.Null(lead.TextAt("nonsense"));
        Assert.True(LeadFields.IsPath("attributes.Rating"));
        Assert.False(LeadFields.IsPath("attributes."));
    }
}
