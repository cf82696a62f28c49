using System.Text;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests.Contract;

/// <summary>
/// Text as a reader takes it in: full-width forms are the letters they stand for, what has no width is not there, emphasis is not text.
/// Platforms may neutralise in different ways; what a person reads must be the same.
/// </summary>
public static class SeenText
{
    /// <summary>Normalises for comparison.</summary>
    public static string Of(string text)
    {
        var seen = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (c is not ('\u200B' or '\u2060' or '*' or '\\') && !char.IsWhiteSpace(c)) seen.Append(c);
        }

        return seen.ToString();
    }

    /// <summary>What must at least be seen of a piece of a line; platforms cut at different lengths, never below sixty characters.</summary>
    public static string? Of(Span span) => span switch
    {
        Span.Plain plain => Of(plain.Text),
        Span.Quoted quoted => Start(quoted.Text),
        Span.Someone someone => Start(someone.Name),
        _ => null,
    };

    private static string Start(string text) => Of(LeadText.OneLine(text, 60).TrimEnd(LeadText.Ellipsis));
}
