using System.Buffers;
using System.Text;

namespace Baton.Tables;

/// <summary>
/// The name under which a company is found again: NFKC, lower case, without legal forms, punctuation between words and extra blanks.
/// <c>㈱西日本建材</c>, <c>西日本建材株式会社</c> and <c>西日本建材</c> are one company; so are <c>ACME, Inc.</c> and <c>Acme</c>.
/// </summary>
public static class CompanyKey
{
    // Names are typed by strangers: what comes after this tells no two companies apart, and costs nothing.
    private const int MaxLength = 256;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(" \t\r\n\u3000,.;・、。");

    // After NFKC ㈱ is (株) and full-width brackets are plain ones. Written without a blank, at either end.
    private static readonly string[] JapaneseForms =
    [
        "株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "(株)", "(有)", "(同)", "(資)", "(名)",
        "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "特定非営利活動法人",
    ];

    private static readonly HashSet<string> WesternForms = new(StringComparer.Ordinal)
    {
        "inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "corp", "corporation", "co", "company", "plc",
        "gmbh", "ag", "kg", "se", "sa", "sas", "sarl", "spa", "srl", "bv", "nv", "ab", "as", "oy", "pty", "pte", "kk", "gk",
    };

    /// <summary>The key, or null when nothing is left of the name to find it by.</summary>
    /// <param name="name">A company's name as somebody typed it.</param>
    public static string? Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var plain = WellFormed(name.Length > MaxLength ? name[..MaxLength] : name).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var words = Words(WithoutJapaneseForms(plain.Trim()));
        var last = words.Count;
        while (last > 1 && WesternForms.Contains(words[last - 1]))
            last--;
        return last == 0 ? null : string.Join(' ', words.Take(last));
    }

    // A company that is called nothing but a legal form keeps it.
    private static string WithoutJapaneseForms(string name)
    {
        while (JapaneseForms.FirstOrDefault(form => IsAtAnEnd(name, form)) is { } found)
            name = (name.StartsWith(found, StringComparison.Ordinal) ? name[found.Length..] : name[..^found.Length]).Trim();
        return name;
    }

    private static bool IsAtAnEnd(string name, string form) =>
        name.Length > form.Length && (name.StartsWith(form, StringComparison.Ordinal) || name.EndsWith(form, StringComparison.Ordinal));

    // A dot within a word goes, so that K.K. is kk; elsewhere it ends the word.
    private static List<string> Words(string name)
    {
        List<string> words = [];
        foreach (var range in name.AsSpan().SplitAny(Breaks))
        {
            var word = name.AsSpan()[range];
            if (word.IsEmpty)
                continue;
            if (words.Count > 0 && word.Length == 1 && range.Start.Value > 0 && name[range.Start.Value - 1] == '.' && char.IsAsciiLetter(word[0]))
                words[^1] += word.ToString();
            else
                words.Add(word.ToString());
        }

        return words;
    }

    // Normalising refuses half surrogate pairs, and the name is a stranger's.
    private static string WellFormed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
            return text;
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            repaired.Append(rune);
        return repaired.ToString();
    }
}
