using System.Text.Json;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>The card around its sections and buttons.</summary>
internal sealed class CardElement(Card card, AdaptiveCardView view, CardLimits limits)
{
    /// <summary>What every card declares as its schema.</summary>
    public const string Schema = "http://adaptivecards.io/schemas/adaptive-card.json";

    private readonly Texts texts = Texts.Of<AdaptiveCardTexts>(card.Locale);

    /// <summary>The card's summary as its only section.</summary>
    public IReadOnlyList<CardSection> Summary => [new CardSection.Paragraph(PlainText.Of(card.Summary, view.Zone, card.Locale, limits.Text * 4))];

    /// <summary>The whole card. Both spoken texts are made inert too: the one may be SSML, the other is shown as markdown.</summary>
    public AdaptiveCardJson Of(IReadOnlyList<CardSection> sections, IReadOnlyList<CardAction> actions) => AdaptiveCardJson.Of(json =>
    {
        var buttons = new ActionElements(json, card.Handoff, card.Topic, view.HasDialogs, limits, texts);
        var summary = MarkdownText.Inert(PlainText.Of(card.Summary, view.Zone, card.Locale, limits.Text), limits.Text);
        json.WriteStartObject();
        json.WriteString("$schema"u8, Schema);
        json.WriteString("type"u8, "AdaptiveCard"u8);
        json.WriteString("version"u8, AdaptiveCardRenderer.Version);
        json.WriteString("lang"u8, card.Locale);
        json.WriteString("speak"u8, summary);
        json.WriteString("fallbackText"u8, summary);
        json.WriteStartArray("body"u8);
        new SectionElements(json, limits, texts, view.HasCharts).Write(sections);
        buttons.Write(actions);
        json.WriteEndArray();
        json.WriteStartObject("msteams"u8);
        json.WriteString("width"u8, "full"u8);
        json.WriteEndObject();
        if (card.Handoff is not null) WriteRefresh(json, buttons);
        json.WriteEndObject();
    });

    private void WriteRefresh(Utf8JsonWriter json, ActionElements buttons)
    {
        var title = texts["Refresh"];
        json.WriteStartObject("refresh"u8);
        json.WriteStartObject("action"u8);
        json.WriteString("type"u8, "Action.Execute"u8);
        json.WriteString("id"u8, AdaptiveCardInputs.RefreshVerb);
        json.WriteString("title"u8, title);
        json.WriteString("verb"u8, AdaptiveCardInputs.RefreshVerb);
        buttons.WriteData(new CardAction { Verb = AdaptiveCardInputs.RefreshVerb, Label = title }, form: null);
        json.WriteEndObject();
        if (view.RefreshFor is { Count: <= AdaptiveCardView.MostRefreshed } people)
        {
            json.WriteStartArray("userIds"u8);
            foreach (var id in people) json.WriteStringValue(id);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
