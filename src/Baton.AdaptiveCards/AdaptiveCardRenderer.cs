using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// Cards as Adaptive Cards 1.5, the newest that Teams takes from bots ("Cards reference" in the Teams documentation). Teams and the web console get
/// the same JSON, but for what only Teams knows. Every text goes through a JSON writer, so nothing in a lead can become a property.
/// </summary>
public static class AdaptiveCardRenderer
{
    /// <summary>The version that every card declares.</summary>
    public const string Version = "1.5";

    /// <summary>How an attachment with such a card is typed.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The card, at most <see cref="AdaptiveCardJson.MostBytes"/> long: what is least important is shortened until it fits, and says so.</summary>
    public static AdaptiveCardJson Render(Card card, AdaptiveCardView? view = null)
    {
        var how = view ?? AdaptiveCardView.Default;
        var whole = Write(card, how, CardLimits.Ladder[0]);
        return whole.Fits ? whole : Shortened(card, how) ?? Bare(card, how);
    }

    /// <summary>The most that fits: each rung of the ladder is shorter than the one before, so halving finds it in four renderings.</summary>
    private static AdaptiveCardJson? Shortened(Card card, AdaptiveCardView view)
    {
        AdaptiveCardJson? longest = null;
        for (int from = 1, to = CardLimits.Ladder.Count - 1; from <= to;)
        {
            var middle = (from + to) / 2;
            var json = Write(card, view, CardLimits.Ladder[middle]);
            if (json.Fits) (longest, to) = (json, middle - 1);
            else from = middle + 1;
        }

        return longest;
    }

    private static AdaptiveCardJson Write(Card card, AdaptiveCardView view, CardLimits limits) => new CardElement(card, view, limits).Of(card.Sections, card.Actions);

    /// <summary>The summary, which is cut to a known length, and each button that still fits.</summary>
    private static AdaptiveCardJson Bare(Card card, AdaptiveCardView view)
    {
        var element = new CardElement(card, view, CardLimits.Bare);
        var summary = element.Summary;
        var kept = new List<CardAction>();
        foreach (var action in card.Actions.Take(CardLimits.Bare.Actions))
        {
            if (element.Of(summary, [.. kept, action]).Fits) kept.Add(action);
        }

        var json = element.Of(summary, kept);
        return json.Fits ? json : new CardElement(card with { Handoff = null }, AdaptiveCardView.Default, CardLimits.Bare).Of(summary, []);
    }
}
