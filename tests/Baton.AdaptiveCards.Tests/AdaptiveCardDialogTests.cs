using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests;

[Collection(nameof(RealRendererGroup))]
public sealed class AdaptiveCardDialogTests(RealRenderer real)
{
    private static readonly AdaptiveCardView InTeams = AdaptiveCardView.Default with { HasDialogs = true };

    public static TheoryData<CardKind, string> Kinds => ChatRendererContract.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_card_is_right_with_dialogs_too(CardKind kind, string locale)
    {
        var card = Rendered.Of(SampleCards.Of(kind, locale, HostileLeads.Texts[0]), InTeams);

        Assert.Empty(real.Show(card).Events);
        Assert.Empty(AdaptiveCardLint.Of(card));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Every_form_is_right_as_a_dialog(string locale)
    {
        var card = Card(locale);

        foreach (var action in card.Actions.Where(a => a.Form is not null))
        {
            var dialog = AdaptiveCardDialog.Form(card, action).ToObject();
            Assert.Empty(real.Show(dialog).Events);
            Assert.Empty(AdaptiveCardLint.Of(dialog));
            Assert.All(JsonWalk.Objects(dialog), o => Assert.NotEqual("Action.Execute", o.Text("type")));
        }
    }

    [Fact]
    public void Only_forms_that_bring_forward_or_take_away_stand_in_the_card_and_the_others_are_asked_for()
    {
        var card = Card("en");
        var json = Rendered.Of(card, InTeams);
        var normal = card.Actions.Where(a => a is { Form: not null, Style: ActionStyle.Normal }).Select(a => a.Verb).ToList();

        var fetched = JsonWalk.Objects(json).OfType("Action.Submit").Where(o => o["data"]?["msteams"]?["type"]?.GetValue<string>() == "task/fetch").Select(o => o["data"].Text("verb")!).ToList();

        Assert.NotEmpty(normal);
        Assert.Equal(normal, fetched);
        Assert.All(JsonWalk.Objects(json).OfType("Action.ShowCard"), show => Assert.DoesNotContain(show.Text("id")!, normal));
    }

    [Fact]
    public void What_was_typed_comes_back_with_what_is_wrong_before_its_question()
    {
        var card = Card("en");
        var action = card.Actions.First(a => a.Form is not null);
        var input = action.Form!.Inputs[^1].Id;

        var dialog = AdaptiveCardDialog.Form(card, action, new Dictionary<string, string> { [input] = "as typed" }, new Dictionary<string, string> { [input] = "Too long.", ["elsewhere"] = "Not here." }).ToObject();
        var body = dialog["body"]!.AsArray().Select(e => e!.ToJsonString()).ToList();

        var at = body.FindIndex(e => e.Contains("Too long.", StringComparison.Ordinal));
        Assert.Contains("as typed", body[at + 1], StringComparison.Ordinal);
        Assert.Contains(body, e => e.Contains("Not here.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dialogs_answers_are_read_apart_from_what_its_button_carries()
    {
        var data = new JsonObject { ["handoff"] = "x", ["verb"] = "contest", ["form"] = "form", ["clock"] = "contact", ["form.comment"] = "typed", ["form.clock"] = "other" };

        Assert.Equal(new Dictionary<string, string> { ["clock"] = "contact" }, AdaptiveCardInputs.Fixed(data));
        Assert.Equal("typed", AdaptiveCardInputs.Read(data)["comment"]);
    }

    private static Card Card(string locale) => SampleCards.Of(CardKind.Handoff, locale, "Lead") with { Actions = SampleForms.All(locale == "ja") };
}
