using Baton.Handoffs.Chat;

namespace Baton.Edges;

/// <summary>A short word of an edge's own as a card.</summary>
public static class NoticeCard
{
    /// <summary>The card.</summary>
    /// <param name="text">What is said, in the reader's language.</param>
    /// <param name="locale">That language: <c>en</c> or <c>ja</c>.</param>
    /// <param name="tone">How it is meant.</param>
    public static Card Of(string text, string locale, Tone tone = Tone.Warning) => new()
    {
        Kind = CardKind.Notice,
        Locale = locale,
        Summary = Line.Plain(text),
        Sections = [new CardSection.Paragraph(Line.Plain(text), tone)],
    };
}
