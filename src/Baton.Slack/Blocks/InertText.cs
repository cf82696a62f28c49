using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>
/// Text that does nothing but stand there. Most of a message is written as rich text, plain text and raw text, in which Slack reads no markup
/// (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block: formatting, links, mentions, emoji and dates are elements of their own there), so a
/// lead's text stays as it was written. Only context blocks and the fallback text are mrkdwn, which has no escape for its own signs
/// (https://docs.slack.dev/messaging/formatting-message-text): there they are written as their full-width forms (U+FF01-FF5E), which no markup knows and
/// every reader recognises.
/// </summary>
internal static partial class InertText
{
    private const char FullWidth = (char)0xFEE0;
    private const char ZeroWidthSpace = '\u200B';
    private const string Active = "*_~`>";
    private static readonly SearchValues<char> Markup = SearchValues.Create($"&<{Active}");
    private static readonly SearchValues<char> InAddresses = SearchValues.Create(".@:/");

    /// <summary>
    /// Text for places without markup, on one line. Clients turn <c>:name:</c> into an emoji in more places than they document, and old ones read
    /// <c>&lt;!channel&gt;</c> in plain text, so a character without width breaks both.
    /// </summary>
    public static string Literal(string? text, int graphemes = LeadText.DefaultLimit) => Broken(LeadText.OneLine(text, graphemes));

    /// <summary>The same for text of ours, which keeps the blanks at its ends: they separate the spans of a line.</summary>
    public static string Ours(string text) => KeepEnds(text, Broken(LeadText.OneLine(text, LeadText.DefaultLimit * 4)));

    /// <summary>Text for mrkdwn, escaped: what <see cref="Literal"/> or <see cref="Ours"/> gave, with its markup made harmless.</summary>
    public static string Mrkdwn(string literal)
    {
        if (!literal.AsSpan().ContainsAny(Markup)) return literal;
        var inert = new StringBuilder(literal.Length + 16);
        foreach (var c in literal)
        {
            if (c == '&') inert.Append("&amp;");
            else if (c == '<') inert.Append("&lt;");
            else inert.Append(Active.Contains(c, StringComparison.Ordinal) ? (char)(c + FullWidth) : c);
        }

        return inert.ToString();
    }

    /// <summary>
    /// Somebody else's text for mrkdwn: addresses are broken too, because Slack makes links of them, and previews of what they lead to, where nothing tells it not to.
    /// </summary>
    public static string Unlinked(string literal) => !literal.AsSpan().ContainsAny(InAddresses) ? literal : InsideAddress().Replace(literal, $"$0{ZeroWidthSpace}");

    /// <summary>At most <paramref name="most"/> UTF-16 units of the text, cut between graphemes and ending in an ellipsis when something was cut; empty when there is no room.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) < most) end += StringInfo.GetNextTextElementLength(text, end);
        return most < 1 ? "" : string.Concat(text.AsSpan(0, end), LeadText.Ellipsis.ToString());
    }

    // An emoji's name stands between two colons. Most texts have neither those nor the other sign.
    private static string Broken(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) == line.LastIndexOf(':') && !line.Contains('<', StringComparison.Ordinal) ? line : Opening().Replace(line, $"$0{ZeroWidthSpace}");

    private static string KeepEnds(string original, string text)
    {
        if (original.Length == 0) return text;
        var before = char.IsWhiteSpace(original[0]) ? " " : "";
        return text.Length == 0 ? before : before + text + (char.IsWhiteSpace(original[^1]) ? " " : "");
    }

    [GeneratedRegex(@":(?=[\w+'-]+:)|<(?=[!@#])")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<=\S)[.@:/](?=\S)")]
    private static partial Regex InsideAddress();
}
