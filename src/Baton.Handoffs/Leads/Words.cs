namespace Baton.Handoffs.Leads;

/// <summary>
/// Configured words that are looked for inside a value: <c>CTO</c> is in <c>CTO, Europe</c> but not in <c>Director</c>.
/// Japanese has no blanks between words, so only Latin letters and digits end at word ends; <c>部長</c> is in <c>営業部長代理</c>.
/// </summary>
public sealed class Words
{
    private readonly string words;

    /// <summary>Makes a pattern of one word or phrase; case and character width do not count.</summary>
    public Words(string words) => this.words = Comparable.Of(words);

    /// <summary>Whether the value contains the words.</summary>
    public bool AreIn(string value) => AreInComparable(Comparable.Of(value));

    /// <summary>Whether the value contains one of several; it is made comparable once.</summary>
    public static bool AnyAreIn(IReadOnlyList<Words> several, string value)
    {
        var text = Comparable.Of(value);
        for (var at = 0; at < several.Count; at++)
        {
            if (several[at].AreInComparable(text))
            {
                return true;
            }
        }

        return false;
    }

    private bool AreInComparable(string text)
    {
        if (words.Length == 0)
        {
            return false;
        }

        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if (!(Joins(text, at - 1) && Joins(text, at)) && !(Joins(text, end - 1) && Joins(text, end)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Joins(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);
}
