using Baton.Handoffs.Leads;

namespace Baton.Bot.Tests.Import;

public sealed class SalesforceFileTests
{
    private const string Head = "Lead ID,Email,Company / Account,Title";

    [Fact]
    public async Task The_sample_is_read_without_error_and_cold_leads_are_not_qualified()
    {
        var leads = (await Imported.RowsAsync(Imported.Sample("salesforce-leads.csv"))).Select(r => r.Lead()).ToList();

        Assert.Equal((80, 53, 27), (leads.Count, leads.Count(l => l.Qualified == true), leads.Count(l => l.Qualified == false)));
        Assert.All(leads, lead => Assert.Empty(MissingFields.Of(lead, MissingFields.Default)));
    }

    [Fact]
    public async Task Every_column_of_a_row_is_where_it_belongs()
    {
        var lead = (await Imported.RowsAsync(Imported.Sample("salesforce-leads.csv")))[0].Lead();

        Assert.Equal(("00Q000000000001", "salesforce", "Webinar: Sales & Marketing", true), (lead.ExternalId, lead.Source, lead.Campaign, lead.Qualified));
        Assert.Equal(("Ethan Martinez", "Revenue Operations Manager", "Northwind Traders", 12), (lead.Contact.Name, lead.Contact.Title, lead.Company.Name, lead.Company.Employees));
        Assert.Equal([new Engagement(new DateTimeOffset(2026, 10, 14, 15, 0, 0, TimeSpan.Zero), "lead source", "Partner")], lead.Engagements);
        Assert.Null(lead.QualifiedAt);
        Assert.Equal("Warm", lead.TextAt("attributes.Rating"));
        Assert.Equal("10/15/2026", lead.TextAt("attributes.Create Date"));
    }

    [Theory]
    [InlineData("Hot", "Open - Not Contacted", true)]
    [InlineData("Warm", "Open - Not Contacted", true)]
    [InlineData("Cold", "Open - Not Contacted", false)]
    [InlineData("Hot", "Working - Contacted", false)]
    [InlineData("Hot", "Closed - Converted", false)]
    [InlineData("", "Open - Not Contacted", true)]
    [InlineData("", "", null)]
    public async Task Rating_and_status_say_whether_it_is_qualified(string rating, string status, bool? qualified) =>
        Assert.Equal(qualified, (await Imported.RowsAsync($"{Head},Rating,Lead Status\n1,a@b.example,X,CTO,{rating},{status}\n"))[0].Lead().Qualified);

    [Theory]
    [InlineData("Id,Email,Company,Title,LeadSource,NumberOfEmployees\n1,a@b.example,X,CTO,Web,5\n")]
    [InlineData("リード ID,メール,会社名,役職,リードソース,従業員数\n1,a@b.example,X,CTO,Web,5\n")]
    public async Task Api_names_and_japanese_labels_are_recognised(string file)
    {
        var lead = (await Imported.RowsAsync(file))[0].Lead();

        Assert.Equal(("salesforce", 5, "Web"), (lead.Source, lead.Company.Employees, lead.Engagements[0].What));
    }
}
