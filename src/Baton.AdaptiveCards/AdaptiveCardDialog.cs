using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// A button's form as a card of its own, for a dialog. It is sent with <c>Action.Submit</c>, the only button that dialogs know ("Adaptive Cards in dialogs" in the Teams documentation).
/// </summary>
public static class AdaptiveCardDialog
{
    private const string Prefix = "form";

    /// <summary>The form; what the card is about stands first.</summary>
    /// <param name="card">The card that the button is on.</param>
    /// <param name="action">The button; one without a form asks nothing.</param>
    /// <param name="typed">What was answered before, by question; null at first.</param>
    /// <param name="errors">What was wrong with it, by question; null at first. An error about a question that is not asked stands before all.</param>
    public static JsonObject Form(Card card, CardAction action, IReadOnlyDictionary<string, string>? typed = null, IReadOnlyDictionary<string, string>? errors = null)
    {
        var (limits, texts) = (CardLimits.Ladder[0], Texts.Of<AdaptiveCardTexts>(card.Locale));
        var form = action.Form ?? new CardForm(action.Label, [], action.Label);
        var wrong = errors ?? new Dictionary<string, string>();
        var body = new List<JsonNode?> { TextElements.Of(card.Summary, new TextLook(Tone.Muted), limits.Text) };
        body.AddRange(wrong.Where(error => form.Inputs.All(input => input.Id != error.Key)).Select(error => Error(error.Value, limits)));
        foreach (var (input, element) in form.Inputs.Zip(new FormElements(Prefix, limits, texts).Of(form)))
        {
            if (wrong.TryGetValue(input.Id, out var why)) body.Add(Error(why, limits));
            if (typed?.TryGetValue(input.Id, out var value) == true) element["value"] = value;
            body.Add(element);
        }

        var data = new ActionElements(card.Handoff, card.Topic, hasDialogs: true, limits, texts).Data(action, Prefix);
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = AdaptiveCardRenderer.Version,
            ["lang"] = card.Locale,
            ["body"] = new JsonArray([.. body.Where(element => element is not null)]),
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["id"] = "submit", ["title"] = MarkdownText.Literal(form.Submit, limits.Text), ["style"] = "positive", ["data"] = data }),
        };
    }

    private static JsonObject? Error(string text, CardLimits limits) => TextElements.Of(text, new TextLook(Tone.Attention, Bold: true), limits.Text);
}
