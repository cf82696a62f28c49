namespace Baton.Handoffs.Leads;

/// <summary>A configured pattern for a whole value: <c>*</c> stands for any characters, none included; case and character width do not count.</summary>
public sealed class Glob
{
    private readonly string[] parts;

    /// <summary>Makes a pattern of its text.</summary>
    public Glob(string pattern) => parts = Comparable.Of(pattern).Split('*');

    /// <summary>Whether the value as a whole fits. Runs in time proportional to the value, whatever the pattern.</summary>
    public bool Matches(string value) => MatchesComparable(Comparable.Of(value));

    /// <summary>Whether one of the patterns fits; the value is made comparable once.</summary>
    public static bool AnyMatches(IReadOnlyList<Glob> patterns, string value)
    {
        var text = Comparable.Of(value);
        for (var at = 0; at < patterns.Count; at++)
        {
            if (patterns[at].MatchesComparable(text))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchesComparable(ReadOnlySpan<char> text)
    {
        if (parts.Length == 1)
        {
            return text.SequenceEqual(parts[0]);
        }

        if (!text.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        text = text[parts[0].Length..];
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var at = text.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            text = text[(at + part.Length)..];
        }

        return text.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
