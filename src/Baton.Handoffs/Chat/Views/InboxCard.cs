namespace Baton.Handoffs.Chat.Views;

/// <summary>One message for several reminders that waited for the same person.</summary>
public static class InboxCard
{
    /// <summary>The most reminders that are written out; the others are counted.</summary>
    public const int Shown = 15;

    /// <summary>The message. A single reminder, and several of one handoff, keep that handoff's buttons; those of several handoffs have none.</summary>
    /// <param name="words">The cards of the reminders, in order; at least one.</param>
    /// <param name="reader">For whom.</param>
    public static Card Of(IReadOnlyList<Card> words, CardReader reader)
    {
        if (words.Select(w => w.Handoff).Distinct().Count() == 1)
        {
            return words[^1] with { Sections = [.. words.SelectMany(w => w.Sections)] };
        }

        var texts = Texts.Of<HomeTexts>(reader.Locale);
        var title = texts.Format("inbox.title", words.Count);
        return new Card
        {
            Kind = CardKind.Nudge,
            Locale = texts.Locale,
            Summary = Line.Plain(title),
            Sections =
            [
                new CardSection.Heading(title),
                .. words.Take(Shown).SelectMany(w => w.Sections),
                new CardSection.Paragraph([.. words.Count > Shown ? [texts.Format("inbox.more", words.Count - Shown)] : Array.Empty<Line>(), texts["inbox.hint"]], Tone.Muted),
            ],
        };
    }
}
