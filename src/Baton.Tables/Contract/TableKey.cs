using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Tables;

/// <summary>
/// Builds keys from text that came from outside. What table storage forbids, and what we use as separator, becomes
/// <c>~</c> and four hexadecimal digits of the UTF-16 code unit; all else stays readable.
/// </summary>
public static class TableKey
{
    /// <summary>Between the parts of a key.</summary>
    public const char Separator = '|';

    private const char Mark = '~';

    // An escaped mark is followed by a digit, never by another mark: so no escaped text looks like a shortened one.
    private const string Shortened = "~~";
    private const int HashLength = 64;

    /// <summary>The text with only allowed characters, distinct for distinct texts; as long as it needs to be.</summary>
    /// <param name="text">Any text, halves of surrogate pairs included.</param>
    public static string Escape(string text)
    {
        if (!NeedsEscape(text))
            return text;
        var key = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPlain(text, i))
                key.Append(text[i]);
            else
                key.Append(Mark).Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
        }

        return key.ToString();
    }

    /// <summary>The text that <see cref="Escape"/> was given. <see cref="FormatException"/> if the key is not one of its results.</summary>
    /// <param name="key">An escaped text.</param>
    public static string Unescape(string key)
    {
        if (!key.Contains(Mark, StringComparison.Ordinal))
            return key;
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != Mark)
            {
                text.Append(key[i]);
                continue;
            }

            var digits = key.AsSpan(i + 1, Math.Min(4, key.Length - i - 1));
            if (digits.Length < 4 || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                throw new FormatException($"'{key}' is no escaped text: '{Mark}' at {i} wants four hexadecimal digits. A shortened key cannot be unescaped.");
            text.Append((char)unit);
            i += 4;
        }

        return text.ToString();
    }

    /// <summary>A key of one or more parts, each escaped, with <see cref="Separator"/> between them, shortened where it is too long.</summary>
    /// <param name="parts">Any texts.</param>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        if (parts.Length == 1)
            return Shorten(Escape(parts[0]));
        var key = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
                key.Append(Separator);
            key.Append(Escape(parts[i]));
        }

        return Shorten(key.ToString());
    }

    /// <summary>The parts of a key that <see cref="Join"/> built. <see cref="FormatException"/> for a shortened one.</summary>
    /// <param name="key">The key.</param>
    public static string[] Split(string key) => Array.ConvertAll(key.Split(Separator), Unescape);

    /// <summary>
    /// The key itself where it fits into <see cref="TableRules.MaxKeyLength"/>; otherwise its beginning and its SHA-256:
    /// the same for the same key, another for another, and like no key that was not shortened.
    /// </summary>
    /// <param name="key">A key of allowed characters.</param>
    public static string Shorten(string key)
    {
        if (key.Length <= TableRules.MaxKeyLength)
            return key;
        var kept = TableRules.MaxKeyLength - HashLength - Shortened.Length;
        if (char.IsHighSurrogate(key[kept - 1]))
            kept--;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return string.Concat(key.AsSpan(0, kept), Shortened, Convert.ToHexStringLower(hash));
    }

    private static bool NeedsEscape(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPlain(text, i))
                return true;
        }

        return false;
    }

    private static bool IsPlain(string text, int i) =>
        text[i] is not (Mark or Separator or '%') && TableRules.IsKeyCharacter(text, i);
}
