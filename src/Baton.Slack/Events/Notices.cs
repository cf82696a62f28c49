using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;

namespace Baton.Slack.Events;

/// <summary>Short words of the edge's own, in one person's language.</summary>
internal static class Notices
{
    /// <summary>A text of <see cref="EventTexts"/>.</summary>
    public static string Text(string key, string locale) => Texts.Of<EventTexts>(locale)[key];

    /// <summary>Why somebody may not act.</summary>
    public static string Of(Barrier barrier, string locale) => Text($"barrier.{barrier}", locale);

    /// <summary>A word as a card.</summary>
    public static Card Card(string text, string locale, Tone tone = Tone.Warning) => NoticeCard.Of(text, locale, tone);

    /// <summary>A word as a modal.</summary>
    public static JsonObject Modal(string title, string text, string locale) => BlockKitModal.Notice(Text(title, locale), text, locale);
}
