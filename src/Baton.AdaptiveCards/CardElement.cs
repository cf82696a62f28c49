using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>The card around its sections and buttons.</summary>
internal sealed class CardElement(Card card, AdaptiveCardView view, CardLimits limits)
{
    private readonly Texts texts = Texts.Of<AdaptiveCardTexts>(card.Locale);

    /// <summary>The card's summary as its only section.</summary>
    public IReadOnlyList<CardSection> Summary => [new CardSection.Paragraph(PlainText.Of(card.Summary, view.Zone, card.Locale, limits.Text * 4))];

    /// <summary>The whole card. Both spoken texts are made inert too: the one may be SSML, the other is shown as markdown.</summary>
    public JsonObject Of(IReadOnlyList<CardSection> sections, IReadOnlyList<CardAction> actions)
    {
        var buttons = new ActionElements(card.Handoff, card.Topic, view.HasDialogs, limits, texts);
        var summary = MarkdownText.Inert(PlainText.Of(card.Summary, view.Zone, card.Locale, limits.Text), limits.Text);
        var json = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = AdaptiveCardRenderer.Version,
            ["lang"] = card.Locale,
            ["speak"] = summary,
            ["fallbackText"] = summary,
            ["body"] = new JsonArray([.. new SectionElements(limits, texts, view.HasCharts).Of(sections), .. buttons.Of(actions)]),
            ["msteams"] = new JsonObject { ["width"] = "full" },
        };
        if (card.Handoff is not null) json["refresh"] = Refresh(buttons);
        return json;
    }

    private JsonObject Refresh(ActionElements buttons)
    {
        var title = texts["Refresh"];
        var data = buttons.Data(new CardAction { Verb = AdaptiveCardInputs.RefreshVerb, Label = title }, form: null);
        var refresh = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["id"] = AdaptiveCardInputs.RefreshVerb, ["title"] = title, ["verb"] = AdaptiveCardInputs.RefreshVerb, ["data"] = data },
        };
        if (view.RefreshFor is { Count: <= AdaptiveCardView.MostRefreshed } people) refresh["userIds"] = new JsonArray([.. people.Select(id => (JsonNode)id)]);
        return refresh;
    }
}
