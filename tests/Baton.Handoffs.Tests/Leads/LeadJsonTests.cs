using System.Text.Json;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Leads;

public sealed class LeadJsonTests
{
    [Fact]
    public void Every_field_of_the_documented_lead_is_read()
    {
        var lead = Reading.Lead("""
            { "externalId": "51000001", "source": "hubspot", "campaign": "2026 Autumn Expo", "qualified": true, "qualifiedAt": "2026-11-20T09:00:00+09:00",
              "score": 82, "contact": { "name": "恵 佐々木", "email": " Sasaki.736@Nishi-Kenzai.example", "phone": "03-3489-2278", "title": "購買部 主任", "locale": "ja", "timeZone": "Asia/Tokyo" },
              "company": { "name": "西日本建材株式会社", "domain": "Nishi-Kenzai.example", "industry": "Construction", "employees": 80, "country": "Japan" },
              "need": "見積もりをお願いします。", "engagements": [ { "at": "2026-11-19T18:02:00+09:00", "kind": "Form", "what": "Pricing page form" } ], "owner": "rep@example.com" }
            """);

        Assert.Equal(("51000001", "hubspot", "2026 Autumn Expo", true, 82), (lead.ExternalId, lead.Source, lead.Campaign, lead.Qualified, lead.Score));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), lead.QualifiedAt);
        Assert.Equal(TimeSpan.Zero, lead.QualifiedAt!.Value.Offset);
        Assert.Equal(new Contact { Name = "恵 佐々木", Email = EmailAddress.Parse("sasaki.736@nishi-kenzai.example"), Phone = "03-3489-2278", Title = "購買部 主任", Locale = "ja", TimeZone = "Asia/Tokyo" }, lead.Contact);
        Assert.Equal(new Company { Name = "西日本建材株式会社", Domain = "nishi-kenzai.example", Industry = "Construction", Employees = 80, Country = "Japan" }, lead.Company);
        Assert.Equal("見積もりをお願いします。", lead.Need);
        Assert.Equal([new Engagement(new DateTimeOffset(2026, 11, 19, 9, 2, 0, TimeSpan.Zero), "form", "Pricing page form")], lead.Engagements);
        Assert.Equal("rep@example.com", lead.Owner?.Value);
        Assert.Empty(lead.Attributes);
    }

    [Fact]
    public void Hostile_leads_are_taken_returned_or_refused_as_their_readme_says()
    {
        using var samples = JsonDocument.Parse(File.ReadAllText(Samples.Path("hostile-leads.json")));
        var readings = samples.RootElement.EnumerateArray().Select(l => LeadJson.Read(l, Reading.Now)).ToList();

        var taken = readings.Take(5).Select(r => Assert.IsType<LeadReading.Ok>(r).Lead).ToList();
        Assert.All(taken.Take(4), lead => Assert.Empty(MissingFields.Of(lead, MissingFields.Default)));
        Assert.Equal(["contact.email"], MissingFields.Of(taken[4], MissingFields.Default));
        Assert.Equal(5000, taken[1].Contact.Name!.Length);
        Assert.Contains('\0', taken[2].Contact.Name!);
        Assert.Equal("key'chars/\\#?@evil.example", taken[3].Contact.Email!.Value.Value);
        Assert.Equal(["contact.email", "qualifiedAt", "qualifiedAt"], readings.Skip(5).Select(r => Assert.Single(Assert.IsType<LeadReading.Wrong>(r).Errors).Field));
    }

    [Theory]
    [InlineData("\"contact\": { \"email\": \"not-an-address\" }", "contact.email", "not-an-address", "an e-mail address such as name@example.com")]
    [InlineData("\"owner\": \"Bob\"", "owner", "Bob", "an e-mail address such as name@example.com")]
    [InlineData("\"qualifiedAt\": \"31/31/2026\"", "qualifiedAt", "31/31/2026", "an ISO 8601 time with its offset such as 2026-11-20T09:00:00+09:00")]
    [InlineData("\"qualifiedAt\": \"2026-11-20T09:00:00\"", "qualifiedAt", "2026-11-20T09:00:00", "an ISO 8601 time with its offset such as 2026-11-20T09:00:00+09:00")]
    [InlineData("\"qualifiedAt\": \"2026-11-20\"", "qualifiedAt", "2026-11-20", "an ISO 8601 time with its offset such as 2026-11-20T09:00:00+09:00")]
    [InlineData("\"qualifiedAt\": 1795134000", "qualifiedAt", "1795134000", "text in quotes")]
    [InlineData("\"qualifiedAt\": \"2026-11-20T09:05:01Z\"", "qualifiedAt", "2026-11-20T09:05:01Z", "at most 5 minutes ahead of now")]
    [InlineData("\"qualifiedAt\": \"0001-01-01T00:00:00Z\"", "qualifiedAt", "0001-01-01T00:00:00Z", "not before 2000-01-01")]
    [InlineData("\"score\": 101", "score", "101", "a number from 0 to 100")]
    [InlineData("\"score\": -1", "score", "-1", "a number from 0 to 100")]
    [InlineData("\"score\": 1e999", "score", "1e999", "a number from 0 to 100")]
    [InlineData("\"score\": \"82\"", "score", "82", "a number from 0 to 100")]
    [InlineData("\"qualified\": \"yes\"", "qualified", "yes", "true or false")]
    [InlineData("\"company\": { \"employees\": -5 }", "company.employees", "-5", "a whole number from 0 to 10000000")]
    [InlineData("\"company\": { \"employees\": 1.5 }", "company.employees", "1.5", "a whole number from 0 to 10000000")]
    [InlineData("\"company\": { \"employees\": \"many\" }", "company.employees", "many", "a whole number from 0 to 10000000")]
    [InlineData("\"company\": \"X\"", "company", "X", "a JSON object")]
    [InlineData("\"contact\": []", "contact", "[]", "a JSON object")]
    [InlineData("\"need\": { \"a\": 1 }", "need", "{ \"a\": 1 }", "text in quotes")]
    [InlineData("\"campaign\": \"\\ud800\"", "campaign", "\"\\ud800\"", "valid Unicode text without half characters")]
    [InlineData("\"note\": \"\\ud800\"", "note", "\"\\ud800\"", "valid Unicode text without half characters")]
    [InlineData("\"\\ud800\": 1", "lead", "the name of a field", "valid Unicode text without half characters")]
    [InlineData("\"engagements\": {}", "engagements", "{}", "a list of objects with kind, what, at and count")]
    [InlineData("\"engagements\": [ { \"kind\": \"form\" }, 7 ]", "engagements[1]", "7", "a list of objects with kind, what, at and count")]
    [InlineData("\"engagements\": [ { \"what\": \"x\" } ]", "engagements[0].kind", "", "text such as form, event, email or page")]
    [InlineData("\"engagements\": [ { \"kind\": \"form\", \"at\": \"yesterday\" } ]", "engagements[0].at", "yesterday", "an ISO 8601 time with its offset such as 2026-11-20T09:00:00+09:00")]
    [InlineData("\"engagements\": [ { \"kind\": \"form\", \"count\": 0 } ]", "engagements[0].count", "0", "a whole number from 1 to 10000000")]
    [InlineData("\"externalId\": 51000001", "externalId", "51000001", "text in quotes")]
    public void A_wrong_value_is_refused_with_its_field_value_and_rule(string property, string field, string value, string rule) =>
        Assert.Equal([new FieldError(field, value, rule)], Reading.Errors(Reading.With(property)));

    [Fact]
    public void Everything_wrong_is_named_at_once() =>
        Assert.Equal(["score", "externalId", "source"], Reading.Errors("""{ "score": 500, "source": " " }""").Select(e => e.Field));

    [Fact]
    public void A_lead_without_contact_and_company_is_no_error_but_lacks_what_a_handoff_needs() =>
        Assert.Equal(MissingFields.Default, MissingFields.Of(Reading.Lead("""{ "externalId": "1", "source": "web", "contact": null }"""), MissingFields.Default));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"lead\"")]
    public void What_is_no_object_is_no_lead(string json) => Assert.Equal("a JSON object", Assert.Single(Reading.Errors(json)).Rule);

    [Fact]
    public void A_lead_over_the_size_limit_is_refused()
    {
        Assert.IsType<LeadReading.Ok>(Reading.Of(Reading.With($"\"need\": \"{new string('x', 60_000)}\"")));
        Assert.Equal("at most 64 KiB", Assert.Single(Reading.Errors(Reading.With($"\"need\": \"{new string('x', 70_000)}\""))).Rule);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void An_external_id_has_a_length_that_keys_can_hold(int length, bool taken) =>
        Assert.Equal(taken, Reading.Of($$"""{ "externalId": "{{new string('i', length)}}", "source": "web" }""") is LeadReading.Ok);

    [Theory]
    [InlineData("2026-11-20T18:00:00+09:00")]
    [InlineData("2026-11-20T09:00:00Z")]
    [InlineData("2026-11-20T09:00:00.000+0000")]
    [InlineData("2026-11-20T09:00Z")]
    public void A_time_is_read_in_every_usual_spelling_that_has_an_offset(string time) =>
        Assert.Equal(Reading.Now, Reading.Lead(Reading.With($"\"qualifiedAt\": \"{time}\"")).QualifiedAt);

    [Fact]
    public void A_sender_whose_clock_runs_five_minutes_ahead_is_believed() =>
        Assert.Equal(Reading.Now.AddMinutes(5), Reading.Lead(Reading.With("\"qualifiedAt\": \"2026-11-20T09:05:00Z\"")).QualifiedAt);

    [Fact]
    public void A_zone_or_language_that_does_not_exist_is_kept_as_an_attribute_only()
    {
        var lead = Reading.Lead("""{ "externalId": "1", "source": "web", "contact": { "timeZone": "Mars/Base", "locale": "Japanese" } }""");

        Assert.Null(lead.Contact.TimeZone);
        Assert.Null(lead.Contact.Locale);
        Assert.Equal("Mars/Base", lead.Attributes["contact.timeZone"]);
        Assert.Equal("Japanese", lead.Attributes["contact.locale"]);
    }

    [Fact]
    public void Engagements_end_up_newest_last() =>
        Assert.Equal(["b", "a"], Reading.Lead(Reading.With("""
            "engagements": [ { "kind": "page", "what": "a", "at": "2026-11-02T00:00:00Z" }, { "kind": "page", "what": "b", "at": "2026-11-01T00:00:00Z" } ]
            """)).Engagements.Select(e => e.What));
}
