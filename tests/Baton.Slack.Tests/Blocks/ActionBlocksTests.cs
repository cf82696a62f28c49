using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.Tests.Blocks;

public sealed class ActionBlocksTests
{
    [Fact]
    public void Only_the_first_wanted_button_is_green()
    {
        var styles = Buttons(Action("accept", ActionStyle.Primary), Action("qualify", ActionStyle.Primary), Action("history")).Select(Style);
        Assert.Equal(["primary", null, null], styles);
    }

    [Fact]
    public void What_takes_something_away_at_once_is_asked_about_and_a_form_is_question_enough()
    {
        var form = new CardForm("Reject", [], "Reject");
        var buttons = Buttons(Action("disqualify", ActionStyle.Danger), Action("reject", ActionStyle.Danger) with { Form = form });
        Assert.All(buttons, button => Assert.Equal("danger", Style(button)));
        Assert.Equal("disqualify?", buttons[0]["confirm"]!["title"]!["text"]!.GetValue<string>());
        Assert.False(buttons[1].ContainsKey("confirm"));
    }

    [Fact]
    public void Two_buttons_of_one_verb_are_told_apart_and_read_alike()
    {
        var buttons = Buttons(
            Action("snooze") with { Data = new Dictionary<string, string> { ["clock"] = "accept" } },
            Action("snooze") with { Data = new Dictionary<string, string> { ["clock"] = "contact" } });
        Assert.Equal(["snooze", "snooze#2"], buttons.Select(button => button["action_id"]!.GetValue<string>()));
        var read = buttons.Select(button => PressedButton.Read(button["action_id"]!.GetValue<string>(), button["value"]!.GetValue<string>())!).ToList();
        Assert.Equal([("snooze", "accept"), ("snooze", "contact")], read.Select(button => (button.Verb, button.Data["clock"])));
    }

    [Fact]
    public void A_button_that_Slack_would_refuse_is_left_out_and_the_others_stay()
    {
        var big = new Dictionary<string, string> { ["x"] = new string('x', 2000) };
        Assert.Equal(["accept"], Buttons(Action("big") with { Data = big }, Action("no verb"), Action("accept")).Select(button => button["action_id"]!.GetValue<string>()));
    }

    [Fact]
    public void Sixty_buttons_stand_in_three_blocks()
    {
        var message = BlockKitRenderer.Render(Card([.. Enumerable.Range(0, 60).Select(i => Action($"verb{i}"))]));
        Assert.Equal([25, 25, 10], message.Blocks.Where(block => BlockReader.Type(block!.AsObject()) == "actions").Select(block => block!["elements"]!.AsArray().Count));
        Assert.Empty(BlockKitLint.Message(message.Blocks));
    }

    private static CardAction Action(string verb, ActionStyle style = ActionStyle.Normal) => new() { Verb = verb, Label = verb, Style = style };

    private static Card Card(params CardAction[] actions) => SampleCards.Of(CardKind.Handoff, "en", "x") with { Actions = actions };

    private static List<JsonObject> Buttons(params CardAction[] actions) =>
        [.. BlockReader.Objects(BlockKitRenderer.Render(Card(actions)).Blocks).Where(o => BlockReader.Type(o) == "button")];

    private static string? Style(JsonObject button) => button["style"]?.GetValue<string>();
}
