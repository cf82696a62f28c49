using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using NodaTime;

namespace Baton.Slack.Blocks;

/// <summary>The buttons of a card as actions blocks (https://docs.slack.dev/reference/block-kit/blocks/actions-block).</summary>
internal static class ActionBlocks
{
    /// <summary>
    /// Blocks of up to 25 buttons. A button that Slack would refuse, because its verb or its data cannot be sent, is left out. Only the first wanted one is
    /// green: "primary should only be used for one button within a set" (https://docs.slack.dev/reference/block-kit/block-elements/button-element).
    /// </summary>
    /// <param name="card">The card.</param>
    /// <param name="texts">The words that a rendering adds.</param>
    /// <param name="amongOthers">
    /// Whether cards with the same buttons stand beside it: then a button tells a screen reader which of them it belongs to, after the word that is written on it.
    /// </param>
    public static List<JsonObject> Of(Card card, Texts texts, bool amongOthers = false)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        var buttons = new List<JsonNode>();
        var hasPrimary = false;
        foreach (var action in card.Actions)
        {
            var number = named[action.Verb] = named.GetValueOrDefault(action.Verb) + 1;
            var value = new PressedButton(card.Handoff, card.Topic, action.Verb, action.Data).Value;
            if (PressedButton.ActionId(action.Verb, number) is not { } id || value.Length > BlockLimits.ButtonValue) continue;
            var button = Button(action, id, value);
            if (amongOthers) button["accessibility_label"] = Told(action, card, texts);
            Style(button, action, ref hasPrimary, texts);
            buttons.Add(button);
        }

        return [.. buttons.Chunk(BlockLimits.Buttons).Select(some => new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(some) })];
    }

    private static JsonObject Button(CardAction action, string id, string value) => new()
    {
        ["type"] = "button",
        ["action_id"] = id,
        ["text"] = BlockElements.Plain(action.Label, BlockLimits.Label),
        ["value"] = value,
    };

    private static string Told(CardAction action, Card card, Texts texts) => InertText.Cut(
        InertText.Literal(texts.Format("Label", action.Label) + PlainText.Of(card.Summary, DateTimeZone.Utc, card.Locale), BlockLimits.Label),
        BlockLimits.Label);

    private static void Style(JsonObject button, CardAction action, ref bool hasPrimary, Texts texts)
    {
        if (action.Style == ActionStyle.Danger)
        {
            button["style"] = "danger";
            if (action.Form is null) button["confirm"] = Confirm(action, texts);
        }

        if (action.Style != ActionStyle.Primary || hasPrimary) return;
        button["style"] = "primary";
        hasPrimary = true;
    }

    /// <summary>What takes something away at once is asked about; a form is a question already.</summary>
    private static JsonObject Confirm(CardAction action, Texts texts) => new()
    {
        ["title"] = BlockElements.Plain(texts.Format("Sure", action.Label), BlockLimits.ConfirmTitle),
        ["text"] = BlockElements.Plain(texts["Final"], BlockLimits.ConfirmText),
        ["confirm"] = BlockElements.Plain(action.Label, BlockLimits.ConfirmAnswer),
        ["deny"] = BlockElements.Plain(texts["Cancel"], BlockLimits.ConfirmAnswer),
        ["style"] = "danger",
    };
}
