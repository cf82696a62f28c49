using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;

namespace Baton.Slack.Tests.Blocks;

public sealed partial class BlockKitContractTests : ChatRendererContract
{
    protected override RenderedCard Render(Card card)
    {
        var message = BlockKitRenderer.Render(card);
        var shown = string.Join('\n', message.Blocks.Select(block => BlockReader.Shown(block!)));
        return new RenderedCard(BlockReader.Unescaped(message.Text), shown, [.. Moments(message.Blocks)], [.. Buttons(message.Blocks).Select(button => Action(button, card))]);
    }

    private static IEnumerable<DateTimeOffset> Moments(JsonArray blocks)
    {
        var elements = BlockReader.Objects(blocks).Where(o => BlockReader.Type(o) == "date").Select(o => o["timestamp"]!.GetValue<long>());
        var tokens = BlockReader.Objects(blocks).Where(o => BlockReader.Type(o) == "mrkdwn")
            .SelectMany(o => Token().Matches(o["text"]!.GetValue<string>())).Select(token => long.Parse(token.Groups[1].Value, CultureInfo.InvariantCulture));
        return elements.Concat(tokens).Select(DateTimeOffset.FromUnixTimeSeconds);
    }

    private static IEnumerable<JsonObject> Buttons(JsonArray blocks) => BlockReader.Objects(blocks).Where(o => BlockReader.Type(o) == "button");

    /// <summary>What the press sends is read back; the form is the one that the modal would show.</summary>
    private static RenderedAction Action(JsonObject button, Card card)
    {
        var pressed = PressedButton.Read(button["action_id"]!.GetValue<string>(), button["value"]!.GetValue<string>())!;
        Assert.Equal(card.Handoff, pressed.Handoff);
        Assert.Equal(card.Topic, pressed.Topic);
        var action = card.Actions.Single(candidate => candidate.Verb == pressed.Verb);
        var view = action.Form is null ? null : BlockKitModal.Form(card, action, new ModalOrigin(pressed, "C1", "1.2", null, null));
        var questions = view?["blocks"]!.AsArray().OfType<JsonObject>().Where(block => BlockReader.Type(block) == "input") ?? [];
        return new RenderedAction(pressed.Verb, button["text"]!["text"]!.GetValue<string>(), pressed.Data, [.. questions.Select(Input)]);
    }

    private static RenderedInput Input(JsonObject block)
    {
        var element = block["element"]!.AsObject();
        var options = BlockReader.Objects(element).Where(o => o.ContainsKey("value")).Select(o => o["value"]!.GetValue<string>());
        return new RenderedInput(BlockReader.QuestionOf(block), block["label"]!["text"]!.GetValue<string>(), !block["optional"]!.GetValue<bool>(), [.. options]);
    }

    [GeneratedRegex(@"<!date\^(-?\d+)\^[^|>]+\|[^>]+>")]
    private static partial Regex Token();
}
