using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards;

/// <summary>
/// Text inside an Adaptive Card. Two elements show text: <c>TextBlock</c> reads markdown and dates, <c>RichTextBlock</c> reads no markdown.
/// In a TextBlock a backslash does not help: Teams shows it, or drops two where one was meant, and differs between its clients
/// (microsoft/AdaptiveCards issues 4677 and 5590, MicrosoftDocs/msteams-docs issue 5793). So characters that markdown could read are written
/// there as their full-width forms (U+FF01-FF5E), which no markdown knows and which every reader recognises.
/// </summary>
internal static partial class MarkdownText
{
    private const char FullWidth = (char)0xFEE0;
    private const char ZeroWidthSpace = '\u200B';
    private const string Active = "\\`*_[]<>~{}|";
    private static readonly SearchValues<char> Suspects = SearchValues.Create(Active + '&');
    private static readonly SearchValues<char> OfAddresses = SearchValues.Create(".@:/");

    /// <summary>
    /// Text for a place that reads no markdown. Microsoft's own package replaces dates even in a <c>TextRun</c> (its <c>TextRun.internalRender</c>
    /// calls <c>formatText</c>), so two braces never stand together.
    /// </summary>
    public static string Literal(string text, int limit) =>
        LeadText.OneLine(text, limit).Replace("{{", $"{{{ZeroWidthSpace}{{", StringComparison.Ordinal);

    /// <summary>Text of ours for a TextBlock.</summary>
    public static string Inert(string text, int limit)
    {
        var shown = LeadText.OneLine(text, limit);
        if (!shown.AsSpan().ContainsAny(Suspects)) return shown;
        var line = new StringBuilder(shown);
        for (var i = 0; i < line.Length; i++)
        {
            if (Active.Contains(line[i], StringComparison.Ordinal) || StartsEntity(line, i)) line[i] += FullWidth;
        }

        return line.ToString();
    }

    /// <summary>Text of somebody else for a TextBlock: also addresses are broken, because some markdown makes links of them.</summary>
    public static string InertQuote(string text, int limit)
    {
        var inert = Inert(text, limit);
        return inert.AsSpan().ContainsAny(OfAddresses) ? InsideAddress().Replace(inert, $"$0{ZeroWidthSpace}") : inert;
    }

    /// <summary>
    /// The whole text of a TextBlock. What opens a block (<c>-</c>, <c>1.</c>, <c>#</c>, <c>&gt;</c>) does so only as the first character;
    /// a date token counts as one, for a German reader's date begins with <c>20.</c>, which is a list.
    /// </summary>
    public static string Block(string text) => text.Length > 0 && char.IsLetter(text[0]) ? text : ZeroWidthSpace + text;

    /// <summary>Whether a TextBlock shows somebody else's text as it stands.</summary>
    public static bool IsInert(string text, int limit) => InertQuote(text, limit) == Literal(text, limit);

    /// <summary>Bold, where the asterisks cannot be mistaken: they count only beside a letter or digit.</summary>
    public static string Strong(string inert) =>
        inert.Length > 0 && char.IsLetterOrDigit(inert[0]) && char.IsLetterOrDigit(inert[^1]) ? $"**{inert}**" : inert;

    private static bool StartsEntity(StringBuilder line, int at) =>
        line[at] == '&' && at + 1 < line.Length && (char.IsAsciiLetter(line[at + 1]) || line[at + 1] == '#');

    // Two slashes begin an address also at the start of a word; a space of no width is no end of a host to who looks for links, so that the one before a whole
    // text would make one of ".dk".
    [GeneratedRegex(@"(?<=\S|^)[.@:](?=\S)|/(?=\S)")]
    private static partial Regex InsideAddress();
}
