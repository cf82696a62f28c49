using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Chat;

public sealed class FixFormTests
{
    private static readonly string[] Required = ["contact.title", "company.domain", "company.industry", "company.employees", "company.country", "need", "campaign", "owner", "attributes.Rating"];

    private static readonly Lead Bare = A.Lead() with { Campaign = null, Contact = new Contact { Name = "A" }, Company = new Company { Name = "X" } };

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["title"] = "部長",
        ["company.domain"] = "X.example",
        ["company.industry"] = "Construction",
        ["company.employees"] = "１,２００",
        ["company.country"] = "Japan",
        ["need"] = "A quotation",
        ["campaign"] = "Expo",
        ["owner"] = "ben@baton.example",
        ["attributes.Rating"] = "A",
    };

    private static Terms Terms => A.Terms() is var terms
        ? terms with { Assess = (lead, now) => terms.Assess(lead, now) with { Qualified = true, Missing = MissingFields.Of(lead, Required) } }
        : throw new InvalidOperationException();

    [Fact]
    public void Marketing_is_asked_for_every_field_that_is_missing()
    {
        var returned = A.Handoff(Bare, Terms);
        var form = Card(returned).Actions.Single(a => a.Verb == Verbs.Resubmit).Form!;

        Assert.Equal(
            ["companyName", "contactName", "email", "title", "phone", "company.domain", "company.industry", "company.employees", "company.country", "need", "campaign", "owner", "attributes.Rating"],
            form.Inputs.Select(i => i.Id));
        Assert.Equal("number of employees", form.Inputs.Single(i => i.Id == "company.employees").Label);
    }

    [Fact]
    public void What_marketing_typed_is_in_the_lead_that_is_offered()
    {
        var intent = Assert.IsType<IntentReading.Ok>(IntentForm.Read(Verbs.Resubmit, Answers, Mika, Terms)).Intent;

        var offered = A.Handoff(Bare, Terms).Does(Mika, intent).Handoff;

        var (lead, company) = (offered.Lead, offered.Lead.Company);
        Assert.Equal((HandoffState.Offered, Ben.Email, "部長"), (offered.State, offered.OfferedTo, lead.Contact.Title));
        Assert.Equal(("x.example", "Construction", 1200, "Japan"), (company.Domain, company.Industry, company.Employees, company.Country));
        Assert.Equal(("A quotation", "Expo", "A"), (lead.Need, lead.Campaign, lead.Attributes["Rating"]));
    }

    [Theory]
    [InlineData("company.employees", "many")]
    [InlineData("owner", "nobody")]
    public void What_does_not_fit_its_field_is_still_missing(string path, string text)
    {
        var wrong = new Dictionary<string, string>(Answers) { [path] = text };
        var intent = Assert.IsType<IntentReading.Ok>(IntentForm.Read(Verbs.Resubmit, wrong, Mika, Terms)).Intent;

        Assert.Equal([path], A.Handoff(Bare, Terms).Refuses<Refusal.StillMissing>(Mika, intent).Fields);
    }

    [Fact]
    public void What_names_no_field_that_can_be_corrected_changes_nothing()
    {
        Assert.Same(Bare, Bare.With("source", "evil"));
        Assert.Same(Bare, Bare.With("no.such", "x"));
        Assert.Same(Bare, Bare.With("contact.email", "x"));
        Assert.Equal("a@b.example", Bare.With("contact.email", "A@b.example").Contact.Email!.Value.Value);
        Assert.Equal(("N", "T", "P", "C"), Bare.With("contact.name", "N").With("contact.title", "T").With("contact.phone", "P").With("company.name", "C") is var it ? (it.Contact.Name, it.Contact.Title, it.Contact.Phone, it.Company.Name) : default);
    }

    private static Card Card(HandoffStory story) => FeedbackCard.Of(story.Handoff, story.Timeline[0], 1, CardReader.Of(Mika) with { Locale = "en" }, story.Terms, story.Now);
}
