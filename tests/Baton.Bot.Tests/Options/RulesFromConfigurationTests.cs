using System.Text;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Microsoft.Extensions.Configuration;

namespace Baton.Bot.Tests.Options;

public sealed class RulesFromConfigurationTests
{
    private static T Bound<T>(string section, string json)
        where T : new() => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection(section).Get<T>() ?? new T();

    [Fact]
    public void Scoring_rules_in_json_replace_the_built_in_ones_of_their_part_only()
    {
        var options = Bound<ScoringOptions>("Scoring", """
            { "Scoring": { "Threshold": 50, "RequiredFields": ["contact.email"],
              "Attributes": [ { "Name": "heads", "Points": 12, "Group": "title", "Field": "contact.title", "Contains": ["部長", "Head"] }, { "Name": "big", "Points": 9, "Field": "company.employees", "Min": 300, "Max": 999 } ],
              "Engagement": [ { "Name": "lately", "Points": 9, "Kinds": ["form", "web*"], "MinCount": 2, "WithinDays": 7 } ] } }
            """);

        Assert.Empty(options.Validate());
        Assert.Equal((50, 85), (options.Threshold, options.HotThreshold));
        Assert.Equal(["contact.email"], options.EffectiveRequiredFields);
        Assert.Equal([["heads", "big"], DefaultRules.Behaviour.Select(r => r.Name), ["lately"]], options.EffectiveParts.Select(p => p.Rules.Select(r => r.Name)));
        Assert.Equal((9, 2, 7), (options.Engagement![0].Points, options.Engagement[0].MinCount, options.Engagement[0].WithinDays));
    }

    [Fact]
    public void Nothing_configured_means_the_defaults()
    {
        var options = Bound<ScoringOptions>("Scoring", "{}");

        Assert.Empty(options.Validate());
        Assert.Equal(MissingFields.Default, options.EffectiveRequiredFields);
        Assert.Empty(Bound<RoutingOptions>("Routing", "{}").Validate());
    }

    [Fact]
    public void An_empty_list_means_none_instead_of_the_defaults()
    {
        var options = Bound<ScoringOptions>("Scoring", """{ "Scoring": { "RequiredFields": [], "Behaviour": [] } }""");

        Assert.Empty(options.EffectiveRequiredFields);
        Assert.Empty(options.EffectiveParts[1].Rules);
    }

    [Fact]
    public void Routing_in_json_is_the_routing_that_is_asked()
    {
        var options = Bound<RoutingOptions>("Routing", """
            { "Routing": { "Marketing": "slack:C9", "HopLimit": 1, "FallbackOwner": "boss@example.com",
              "Pools": [ { "Name": "enterprise", "Sales": "slack:C1", "Calendar": "tokyo" }, { "Name": "smb", "Sales": "teams:19:a@thread.tacv2", "Calendar": "tokyo" } ],
              "Rules": [ { "Name": "large", "When": { "MinEmployees": 300, "Country": ["Japan", "日本"] }, "Pool": "enterprise" }, { "Name": "everything else", "When": null, "Pool": "smb" } ] } }
            """);
        var lead = new Lead { ExternalId = "1", Source = "web", Contact = new Contact(), Company = new Company { Employees = 300, Country = "日本" } };
        var router = new LeadRouter(options);

        Assert.Empty(options.Validate());
        Assert.Equal("slack:C1", router.Route(lead, new ScoreCard(0, 0, 0, null, []), Tier.Normal).Sales.ToString());
        Assert.Equal("smb", router.Route(lead with { Company = new Company() }, new ScoreCard(0, 0, 0, null, []), Tier.Normal).Pool);
    }
}
