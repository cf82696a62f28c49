using Baton.Bot.Import;
using Baton.Handoffs.Leads;
using Microsoft.Extensions.Configuration;

namespace Baton.Bot.Tests.Import;

public sealed class OwnMappingTests
{
    private static ImportOptions Bound(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build().GetSection(ImportOptions.Section).Get<ImportOptions>()!;

    private static readonly ImportOptions Expo = Bound(
        ("Import:Mappings:expo:Source", "expo"),
        ("Import:Mappings:expo:TimeZone", "Europe/Berlin"),
        ("Import:Mappings:expo:DateFormats:0", "dd.MM.yyyy HH:mm"),
        ("Import:Mappings:expo:Columns:Badge", "externalId"),
        ("Import:Mappings:expo:Columns:Mail", "contact.email, attributes.mail"),
        ("Import:Mappings:expo:Columns:Firma", "company.name"),
        ("Import:Mappings:expo:Columns:Funktion", "contact.title"),
        ("Import:Mappings:expo:Columns:Gescannt", "engagements.event.at"),
        ("Import:Mappings:expo:Columns:Stand", "engagements.event.what"),
        ("Import:Mappings:expo:Columns:Intern", "-"),
        ("Import:Mappings:expo:QualifiedWhen:Note:0", "A*"));

    [Fact]
    public async Task A_configured_mapping_is_recognised_by_its_headings()
    {
        Assert.Empty(Expo.Validate());
        var lead = (await Imported.RowsAsync("Badge;Mail;Firma;Funktion;Gescannt;Stand;Intern;Note\n1;A@b.example;X;Leiter;31.10.2026 10:00;Halle 3;secret;A1\n", null, Expo))[0].Lead();

        Assert.Equal(("1", "expo", "a@b.example", "X", true), (lead.ExternalId, lead.Source, lead.Contact.Email!.Value.Value, lead.Company.Name, lead.Qualified));
        Assert.Equal([new Engagement(new DateTimeOffset(2026, 10, 31, 9, 0, 0, TimeSpan.Zero), "event", "Halle 3")], lead.Engagements);
        Assert.Equal(new Dictionary<string, string> { ["mail"] = "A@b.example", ["Note"] = "A1" }, lead.Attributes);
    }

    [Fact]
    public async Task A_time_that_the_zone_skips_or_has_twice_is_still_a_time()
    {
        var rows = await Imported.RowsAsync("Badge;Mail;Firma;Funktion;Gescannt\n1;a@b.example;X;L;29.03.2026 02:30\n2;a@b.example;X;L;25.10.2026 02:30\n", "EXPO", Expo);

        Assert.Equal([new(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero)], rows.Select(r => r.Lead().Engagements[0].At!.Value));
    }

    [Fact]
    public async Task Headings_that_are_paths_need_no_mapping()
    {
        var lead = (await Imported.RowsAsync("externalId,source,contact.email,contact.title,company.name,qualified,qualifiedAt,note\n1,web,a@b.example,CTO,X,はい,2026-11-20T09:00:00+09:00,hi\n"))[0].Lead();

        Assert.Equal(("web", true, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), "hi"), (lead.Source, lead.Qualified, lead.QualifiedAt, lead.Attributes["note"]));
    }

    [Fact]
    public async Task A_built_in_mapping_can_be_added_to()
    {
        var options = Bound(("Import:Mappings:hubspot:Columns:Contact owner email", "owner"), ("Import:Mappings:hubspot:Columns:HubSpot Score", "-"));
        var lead = (await Imported.RowsAsync("Record ID,Email,Company name,Job Title,HubSpot Score,Contact Owner Email\n1,a@b.example,X,CTO,5,rep@example.com\n", null, options))[0].Lead();

        Assert.Equal(("rep@example.com", null), (lead.Owner?.Value, lead.Score));
    }

    [Theory]
    [InlineData("Import:TimeZone", "Tokyo", "Import:TimeZone is 'Tokyo', but must be an IANA time zone such as Asia/Tokyo.")]
    [InlineData("Import:Mappings:x:TimeZone", "JST-9", "Import:Mappings:x:TimeZone is 'JST-9', but must be an IANA time zone")]
    [InlineData("Import:Mappings:x:Columns:Mail", "contact.mail", "Import:Mappings:x:Columns:Mail is 'contact.mail', but must be one of externalId, source,")]
    [InlineData("Import:Mappings:x:Columns:Mail", "engagements.form.when", "Import:Mappings:x:Columns:Mail is 'engagements.form.when', but must be one of")]
    public void A_wrong_setting_is_named_with_key_value_and_rule(string key, string value, string error) =>
        Assert.StartsWith(error, Assert.Single(Bound((key, value)).Validate()), StringComparison.Ordinal);

    [Fact]
    public void Every_built_in_mapping_is_right() =>
        Assert.Empty(new ImportOptions { Mappings = KnownMappings.All.ToDictionary(m => m.Key, m => m.Value) }.Validate());
}
