using System.Text;
using System.Text.RegularExpressions;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>What people type, made comparable: full-width forms folded (NFKC), blanks of every kind as one, cut into words.</summary>
internal static partial class CommandText
{
    /// <summary>What is read of a command, in characters; the rest is a pasted document.</summary>
    public const int MaxLength = 1000;

    /// <summary>The comparable form of a word or phrase: NFKC, lower case, single blanks.</summary>
    public static string Normal(string text) => Blanks().Replace(Folded(text), " ").Trim().ToLowerInvariant();

    /// <summary>The words of a command. What stands in quotation marks is one word, also behind a <c>=</c>.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. Word().Matches(Folded(text)).Select(m => Marks().Replace(m.Value, "").Trim()).Where(w => w.Length > 0)];

    // Normalising throws for what is not Unicode: lone surrogates, which UTF-8 replaces, and U+FFFE.
    private static string Folded(string text)
    {
        var head = text.Length > MaxLength ? text[..MaxLength] : text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(head)).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC);
    }

    [GeneratedRegex("(?:[\"“”][^\"“”]*[\"“”]|「[^」]*」|[^\\s\"“”「])+|[\"“”「]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("[\"“”「」]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
