using Baton.Edges;
using Baton.Handoffs.Chat;

namespace Baton.Teams.Events;

/// <summary>Short words of the edge's own, in one person's language.</summary>
internal static class Notices
{
    /// <summary>A text of <see cref="EventTexts"/>.</summary>
    public static string Text(string key, string locale) => Texts.Of<EventTexts>(locale)[key];

    /// <summary>Why somebody may not act.</summary>
    public static string Of(Barrier barrier, string locale) => Text($"barrier.{barrier}", locale);

    /// <summary>A card that begins with a word.</summary>
    public static Card On(Card card, string text, Tone tone = Tone.Warning) => card with { Sections = [.. NoticeCard.Of(text, card.Locale, tone).Sections, .. card.Sections] };
}
