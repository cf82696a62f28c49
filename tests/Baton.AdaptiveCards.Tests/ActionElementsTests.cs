using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests;

public sealed class ActionElementsTests
{
    private static readonly CardForm Form = new("Why?", [new FormInput.Text("comment", "Comment", true, true, 100)], "Send");

    [Fact]
    public void Six_buttons_stay_in_view_in_their_order_and_forms_are_never_behind_the_menu()
    {
        var set = Sets(SampleForms.All(ja: false)).Single();
        Assert.Equal(SampleForms.All(ja: false).Select(action => action.Verb), set.Select(action => action.Text("id")));
        Assert.Equal(["accept", "reject", "pass", "snooze", "contacted", "recycle"], set.Where(action => action.Text("mode") is null).Select(action => action.Text("id")));
    }

    [Fact]
    public void A_seventh_form_begins_a_second_set()
    {
        var sets = Sets([.. Enumerable.Range(1, 8).Select(i => new CardAction { Verb = $"v{i}", Label = "L", Form = Form })]);
        Assert.Equal([6, 2], sets.Select(set => set.Count));
    }

    [Fact]
    public void Two_buttons_of_one_verb_have_ids_and_inputs_of_their_own()
    {
        var json = Render([new() { Verb = "answer", Label = "A", Form = Form }, new() { Verb = "answer", Label = "B", Form = Form }]);
        Assert.Empty(AdaptiveCardLint.Of(json));
        Assert.Equal(["answer.comment", "answer-2.comment"], JsonWalk.Objects(json).OfType("Input.Text").Select(input => input.Text("id")));
        Assert.All(JsonWalk.Buttons(json), button => Assert.Equal("answer", button.Text("verb")));
    }

    [Fact]
    public void A_buttons_data_cannot_pass_for_another_verb_or_handoff()
    {
        var data = new Dictionary<string, string> { ["verb"] = "accept", ["handoff"] = "other", ["form"] = "reject", ["clock"] = "contact" };
        var sent = JsonWalk.Buttons(Render([new() { Verb = "snooze", Label = "Snooze", Data = data }])).Single()["data"]!.AsObject();
        Assert.Equal("snooze", AdaptiveCardInputs.Verb(sent));
        Assert.NotEqual("other", AdaptiveCardInputs.Handoff(sent)?.Value);
        Assert.Null(sent["form"]);
    }

    [Fact]
    public void The_fallback_sends_the_same_data() => Assert.All(
        JsonWalk.Buttons(Render(SampleForms.All(ja: true))),
        button => Assert.True(JsonNode.DeepEquals(button["data"], button["fallback"]!["data"])));

    [Fact]
    public void Styles_are_positive_and_destructive()
    {
        var set = Sets(SampleForms.All(ja: false)).Single();
        Assert.Equal(["positive", "destructive", null], set.Take(3).Select(action => action.Text("style")));
    }

    [Fact]
    public void Groups_of_choices_are_told_in_each_choice()
    {
        var titles = JsonWalk.Objects(Render(SampleForms.All(ja: true), "ja")).OfType("Input.ChoiceSet").Single()["choices"]!.AsArray().Select(choice => choice.Text("title"));
        Assert.Equal(["手続き：重複", "手続き：担当違い", "定義：規模が小さい", "定義：競合"], titles);
    }

    [Fact]
    public void What_is_to_be_corrected_comes_back_whole_or_not_at_all()
    {
        Assert.Equal("*03*-{{1}}", JsonWalk.Objects(Render([SampleForms.Fix(false, "*03*-{{1}}")])).OfType("Input.Text").Single().Text("value"));
        Assert.Null(JsonWalk.Objects(Render([SampleForms.Fix(false, new string('x', 201))])).OfType("Input.Text").Single().Text("value"));
    }

    private static JsonObject Render(IReadOnlyList<CardAction> actions, string locale = "en") =>
        Rendered.Of(SampleCards.Of(CardKind.Handoff, locale, "x") with { Actions = actions });

    private static List<List<JsonObject>> Sets(IReadOnlyList<CardAction> actions) =>
        [.. JsonWalk.Objects(Render(actions)).OfType("ActionSet").Select(set => set["actions"]!.AsArray().OfType<JsonObject>().ToList())];
}
