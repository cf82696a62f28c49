namespace Baton.Tables.Azure;

/// <summary>
/// Bounds of ranges as keys: a bound may hold what no key may, such as a control character, and the service refuses that even in a filter.
/// The least key that is not before a bound divides all keys as the bound does.
/// </summary>
internal static class RowBound
{
    private const char AfterControls = ' ';
    private const char AfterLatinControls = '\u00a0';
    private const char AfterSurrogates = '\ue000';

    /// <summary>The least text of allowed characters, in ordinal order, that is not before <paramref name="bound"/>.</summary>
    /// <param name="bound">Any text.</param>
    public static string Least(string bound)
    {
        for (var i = 0; i < bound.Length; i++)
        {
            if (!TableRules.IsKeyCharacter(bound, i))
                return bound[..i] + Next(bound, i);
        }

        return bound;
    }

    // What follows the character is of no account: every key with this beginning comes after it.
    private static string Next(string bound, int i) => bound[i] switch
    {
        <= '\u001f' => AfterControls.ToString(),
        >= '\u007f' and <= '\u009f' => AfterLatinControls.ToString(),
        '/' or '#' or '\\' or '?' => ((char)(bound[i] + 1)).ToString(),
        >= '\udc00' and <= '\udfff' => AfterSurrogates.ToString(),
        var half => i + 1 == bound.Length || bound[i + 1] < '\udc00' ? $"{half}\udc00" : half == '\udbff' ? AfterSurrogates.ToString() : $"{(char)(half + 1)}\udc00",
    };
}
