using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Erasing;

/// <summary>What a message about a person is found by.</summary>
/// <param name="Values">Whole values: address, full names, phones.</param>
/// <param name="Handoffs">The person's handoffs: a card of one of them counts, whatever it says.</param>
public sealed record PersonInTexts(IReadOnlyCollection<string> Values, IReadOnlyCollection<HandoffId> Handoffs)
{
    // Where Latin letters begin and Japanese has not yet begun: accents, Greek and Cyrillic are written with spaces too.
    private const char FirstOfScriptsWithoutSpaces = '\u2E80';

    /// <summary>
    /// Whether a text has one of the values in it, whole: "Han" is not in "handoff". Japanese is written without spaces, so that a name of two
    /// characters counts wherever it stands, and one of a single character only when it is the whole text. A single Latin word counts as it is
    /// written, because many a name is an ordinary word as well ("May").
    /// </summary>
    public bool IsIn(string text) => Values.Any(value => Has(text, value));

    private static bool Has(string text, string value)
    {
        if (value.Length < 2)
        {
            return value.Length == 1 && value[0] >= FirstOfScriptsWithoutSpaces && text.Trim() == value;
        }

        var comparison = value.All(char.IsAsciiLetter) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = text.IndexOf(value, comparison); at >= 0; at = text.IndexOf(value, at + 1, comparison))
        {
            var end = at + value.Length;
            if (!(at > 0 && IsOneWord(text[at - 1], value[0])) && !(end < text.Length && IsOneWord(value[^1], text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneWord(char left, char right) => IsSpaced(left) && IsSpaced(right);

    private static bool IsSpaced(char c) => c < FirstOfScriptsWithoutSpaces && char.IsLetterOrDigit(c);
}
