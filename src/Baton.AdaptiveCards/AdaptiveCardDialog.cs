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
    public static AdaptiveCardJson Form(Card card, CardAction action, IReadOnlyDictionary<string, string>? typed = null, IReadOnlyDictionary<string, string>? errors = null) => AdaptiveCardJson.Of(json =>
    {
        var (limits, texts) = (CardLimits.Ladder[0], Texts.Of<AdaptiveCardTexts>(card.Locale));
        var text = new TextElements(json, limits.Text);
        var form = action.Form ?? new CardForm(action.Label, [], action.Label);
        var wrong = errors ?? new Dictionary<string, string>();
        json.WriteStartObject();
        json.WriteString("$schema"u8, CardElement.Schema);
        json.WriteString("type"u8, "AdaptiveCard"u8);
        json.WriteString("version"u8, AdaptiveCardRenderer.Version);
        json.WriteString("lang"u8, card.Locale);
        json.WriteStartArray("body"u8);
        text.Write(card.Summary, TextLook.Muted);
        foreach (var error in wrong.Where(error => form.Inputs.All(input => input.Id != error.Key))) text.Write(error.Value, TextLook.Error);
        var questions = new FormElements(json, Prefix, limits, texts);
        foreach (var input in form.Inputs)
        {
            if (wrong.TryGetValue(input.Id, out var why)) text.Write(why, TextLook.Error);
            questions.Write(input, typed?.GetValueOrDefault(input.Id));
        }

        json.WriteEndArray();
        json.WriteStartArray("actions"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "Action.Submit"u8);
        json.WriteString("id"u8, "submit"u8);
        json.WriteString("title"u8, MarkdownText.Literal(form.Submit, limits.Text));
        json.WriteString("style"u8, "positive"u8);
        new ActionElements(json, card.Handoff, card.Topic, hasDialogs: true, limits, texts).WriteData(action, Prefix);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
