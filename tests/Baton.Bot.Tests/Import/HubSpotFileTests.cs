using Baton.Bot.Import;
using Baton.Handoffs.Leads;

namespace Baton.Bot.Tests.Import;

public sealed class HubSpotFileTests
{
    private const string Head = "Record ID,Email,Company name,Job Title";

    [Fact]
    public async Task The_sample_has_the_leads_that_its_readme_counts()
    {
        var leads = (await Imported.RowsAsync(Imported.Sample("hubspot-leads.csv"))).Select(r => r.Lead()).ToList();

        var qualified = leads.Where(l => l.Qualified == true).ToList();
        var complete = qualified.Where(l => MissingFields.Of(l, MissingFields.Default).Count == 0).ToList();
        Assert.Equal((240, 180, 60), (leads.Count, qualified.Count, leads.Count(l => l.Qualified == false)));
        Assert.Equal(12, qualified.Count - complete.Count);
        Assert.Equal(8, complete.Count - complete.Select(l => l.Contact.Email).Distinct().Count());
    }

    [Fact]
    public async Task Every_column_of_a_row_is_where_it_belongs()
    {
        var row = (await Imported.RowsAsync(Imported.Sample("hubspot-leads.csv")))[0];
        var lead = row.Lead();

        Assert.Equal(2, row.Line);
        Assert.Equal(("51000001", "hubspot", "Price request form", true, 68), (lead.ExternalId, lead.Source, lead.Campaign, lead.Qualified, lead.Score));
        Assert.Equal(new Contact { Name = "恵 佐々木", Email = EmailAddress.Parse("sasaki.736@nishi-kenzai.example"), Phone = "03-3489-2278", Title = "購買部 主任" }, lead.Contact);
        Assert.Equal(new Company { Name = "西日本建材株式会社", Industry = "Logistics", Employees = 80, Country = "Japan" }, lead.Company);
        Assert.Equal(new DateTimeOffset(2026, 10, 7, 21, 1, 0, TimeSpan.Zero), lead.QualifiedAt);
        Assert.Equal("情報収集中です。", lead.Need);
        Assert.Equal(
            [new(null, "page", "", 55), new(null, "email", "", 2), new Engagement(new DateTimeOffset(2026, 10, 5, 10, 55, 0, TimeSpan.Zero), "form", "Webinar registration", 3)],
            lead.Engagements);
        Assert.Equal(
            new Dictionary<string, string> { ["Lifecycle Stage"] = "Marketing Qualified Lead", ["Lead Status"] = "NEW", ["Original Traffic Source"] = "PAID_SEARCH", ["Create Date"] = "2026-10-05 19:55" },
            lead.Attributes);
    }

    [Theory]
    [InlineData("Marketing Qualified Lead", true)]
    [InlineData("marketingqualifiedlead", true)]
    [InlineData("MQL", true)]
    [InlineData("Lead", false)]
    [InlineData("Customer", false)]
    [InlineData("", null)]
    public async Task The_lifecycle_stage_says_whether_it_is_qualified(string stage, bool? qualified) =>
        Assert.Equal(qualified, (await Imported.RowsAsync($"{Head},Lifecycle Stage\n1,a@b.example,X,CTO,{stage}\n"))[0].Lead().Qualified);

    [Fact]
    public async Task An_export_in_japanese_is_recognised()
    {
        var lead = (await Imported.RowsAsync("レコードID,名,姓,Eメール,会社名,役職,国／地域,ライフサイクルステージ\n7,恵,佐々木,a@b.example,西日本建材,主任,日本,MQL\n"))[0].Lead();

        Assert.Equal(("7", "hubspot", "恵 佐々木", "西日本建材", "主任", "日本", true), (lead.ExternalId, lead.Source, lead.Contact.Name, lead.Company.Name, lead.Contact.Title, lead.Company.Country, lead.Qualified));
    }

    [Fact]
    public async Task Nothing_done_is_no_engagement() =>
        Assert.Empty((await Imported.RowsAsync($"{Head},Number of Pageviews,Number of Form Submissions,Marketing emails opened\n1,a@b.example,X,CTO,0,,0\n"))[0].Lead().Engagements);

    [Fact]
    public async Task The_zone_of_times_without_one_is_configurable()
    {
        var options = new ImportOptions { Mappings = { ["HubSpot"] = new MappingOptions { TimeZone = "America/New_York" } } };
        var file = $"{Head},Became a Marketing Qualified Lead Date\n1,a@b.example,X,CTO,2026-11-19 10:00\n";

        Assert.Equal(new DateTimeOffset(2026, 11, 19, 15, 0, 0, TimeSpan.Zero), (await Imported.RowsAsync(file, null, options))[0].Lead().QualifiedAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 1, 0, 0, TimeSpan.Zero), (await Imported.RowsAsync(file))[0].Lead().QualifiedAt);
    }

    [Fact]
    public async Task Formulas_stay_the_text_that_they_are() =>
        Assert.Equal("=HYPERLINK(\"http://evil.example\")", (await Imported.RowsAsync($"{Head}\n1,a@b.example,\"=HYPERLINK(\"\"http://evil.example\"\")\",CTO\n"))[0].Lead().Company.Name);
}
