using System.Globalization;
using System.Text;

namespace Baton.Handoffs.Chat;

/// <summary>
/// Makes text that strangers wrote fit to be shown on one line of any platform: nothing invisible, nothing that turns the reading direction
/// of what follows (U+202A-202E, U+2066-2069), no line break, no tower of accents, no endless text. Markup is left alone: each platform has its own.
/// </summary>
public static class LeadText
{
    /// <summary>How many characters, as a reader counts them, are shown unless the caller says otherwise.</summary>
    public const int DefaultLimit = 300;

    /// <summary>What stands for the text that was cut off.</summary>
    public const char Ellipsis = '…';

    private const int LongestGrapheme = 16;
    private const int IdeographicSpace = 0x3000;

    /// <summary>
    /// The text on one line, at most <paramref name="limit"/> graphemes and at most twice as many UTF-16 units plus 16, ending in
    /// <see cref="Ellipsis"/> when something was cut; never in the middle of a grapheme.
    /// </summary>
    public static string OneLine(string? text, int limit = DefaultLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (string.IsNullOrEmpty(text)) return "";
        var shown = text.AsSpan().Trim(' ');
        if (shown.Length <= limit && IsOneLine(shown)) return shown.Length == text.Length ? text : shown.ToString();
        var most = (limit * 2) + LongestGrapheme;
        return Cut(Fold(text, most * 2), limit, most);
    }

    /// <summary>
    /// Whether the text is certainly as it should be: single blanks between characters each of which is shown and a grapheme of its own. Most texts are,
    /// and a card has a hundred of them.
    /// </summary>
    private static bool IsOneLine(ReadOnlySpan<char> text)
    {
        var blank = true;
        foreach (var c in text)
        {
            if (c == ' ' ? blank : !IsPlain(c)) return false;
            blank = c == ' ';
        }

        return !blank;
    }

    // ASCII, the letters and signs of Western Europe without the soft hyphen (U+00AD), dashes, quotes and dots (U+2010-2027), kana without the combining marks (U+3099, U+309A), ideographs,
    // the punctuation of Japanese but for its blank, and full-width forms.
    private static bool IsPlain(char c) => c is (> ' ' and <= '~') or (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FC') or (>= '\u4E00' and <= '\u9FFF') or (>= '\u3001' and <= '\u3020')
        or (>= '\u00A1' and <= '\u00FF' and not '\u00AD') or (>= '\u2010' and <= '\u2027') or (>= '\uFF01' and <= '\uFF5E');

    /// <summary>No more is read than a line can hold, so that a megabyte costs no more than a page.</summary>
    private static string Fold(string text, int enough)
    {
        var line = new StringBuilder(Math.Min(text.Length, enough + 2));
        var blank = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBlank(rune))
            {
                blank = blank == 0 && rune.Value == IdeographicSpace ? IdeographicSpace : ' ';
            }
            else if (IsShown(rune))
            {
                if (blank != 0 && line.Length > 0) line.Append((char)blank);
                blank = 0;
                Append(line, rune);
                if (line.Length > enough) return line.Append(Ellipsis).ToString();
            }
        }

        return line.ToString();
    }

    private static void Append(StringBuilder line, Rune rune)
    {
        if (rune.IsBmp) line.Append((char)rune.Value);
        else line.Append(rune.ToString());
    }

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Joiners stay for emoji and the scripts that spell with them; every other format character is invisible or turns the direction.</summary>
    private static bool IsShown(Rune rune) => rune.Value is 0x200C or 0x200D
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)
            && rune.Value is not (0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0)
            && (rune.Value & 0xFFFE) != 0xFFFE);

    private static string Cut(string line, int limit, int most)
    {
        var kept = new StringBuilder(Math.Min(line.Length, most));
        for (int at = 0, count = 1; at < line.Length; count++)
        {
            var length = StringInfo.GetNextTextElementLength(line, at);
            var grapheme = line.AsSpan(at, Math.Min(length, LongestGrapheme));
            if (char.IsHighSurrogate(grapheme[^1])) grapheme = grapheme[..^1];
            at += length;
            var last = at >= line.Length;
            if ((count == limit && !last) || kept.Length + grapheme.Length + (last ? 0 : 1) > most)
            {
                return kept.Append(Ellipsis).ToString();
            }

            kept.Append(grapheme);
        }

        return kept.ToString().Trim('\u200C', '\u200D');
    }
}
