using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Leads;

public sealed class LeadAttributeTests
{
    [Fact]
    public void Unknown_fields_are_kept_under_their_flattened_path()
    {
        var lead = Reading.Lead(Reading.With("""
            "note": "hi", "utm": { "term": "x", "deep": { "n": 1.50 } }, "tags": ["a", true, null], "contact": { "email": "a@b.example", "fax": "1" }, "attributes": { "Rating": "Hot" }
            """));

        Assert.Equal(
            new Dictionary<string, string> { ["note"] = "hi", ["utm.term"] = "x", ["utm.deep.n"] = "1.50", ["tags.0"] = "a", ["tags.1"] = "true", ["contact.fax"] = "1", ["Rating"] = "Hot" },
            lead.Attributes);
        Assert.Equal("Hot", lead.TextAt("attributes.rating"));
    }

    [Fact]
    public void There_is_a_limit_to_their_number_and_what_was_left_out_is_said()
    {
        var many = string.Join(", ", Enumerable.Range(0, 130).Select(i => $"\"f{i}\": {i}"));

        var attributes = Reading.Lead(Reading.With(many)).Attributes;

        Assert.Equal(LeadLimits.MaxAttributes + 1, attributes.Count);
        Assert.Equal("30", attributes["…"]);
    }

    [Fact]
    public void Long_names_and_values_are_shortened_between_characters()
    {
        var attribute = Reading.Lead(Reading.With($"\"{new string('n', 500)}\": \"{new string('v', LeadLimits.MaxAttributeValue - 2)}😀😀\"")).Attributes.Single();

        Assert.Equal(LeadLimits.MaxAttributeName, attribute.Key.Length);
        Assert.Equal(new string('v', LeadLimits.MaxAttributeValue - 2) + "…", attribute.Value);
    }

    [Fact]
    public void Deep_nesting_is_kept_as_its_json()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 20)) + "1" + new string('}', 20);

        Assert.StartsWith("{", Reading.Lead(Reading.With($"\"x\": {deep}")).Attributes["x.a.a.a.a.a.a.a.a"], StringComparison.Ordinal);
    }
}
