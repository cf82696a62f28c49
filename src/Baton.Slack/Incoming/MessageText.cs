using System.Text;
using System.Text.RegularExpressions;

namespace Baton.Slack.Incoming;

/// <summary>Turns the text of a message back into what somebody typed (https://docs.slack.dev/messaging/formatting-message-text).</summary>
internal static partial class MessageText
{
    /// <summary>The text, with mentions of people as that function names them.</summary>
    /// <param name="text">As Slack sends it.</param>
    /// <param name="nameOf">The name for a user's id; null for somebody unknown.</param>
    public static string Plain(string text, Func<string, string?> nameOf) =>
        Unescaped(Marked().Replace(text, match => Shown(match.Groups["what"].Value, match.Groups["label"] is { Success: true, Value.Length: > 0 } label ? label.Value : null, nameOf)));

    /// <summary>Whom a text mentions, each once.</summary>
    public static IReadOnlyList<string> Mentioned(string text) =>
        [.. Marked().Matches(text).Select(m => m.Groups["what"].Value).Where(what => what is ['@', ..]).Select(what => what[1..]).Distinct(StringComparer.Ordinal)];

    private static string Shown(string what, string? label, Func<string, string?> nameOf) => what[0] switch
    {
        '@' => $"@{nameOf(what[1..]) ?? label ?? what[1..]}",
        '#' => $"#{label ?? what[1..]}",
        '!' => label ?? $"@{what[1..].Split('^')[0]}",
        _ when what.StartsWith("mailto:", StringComparison.Ordinal) || what.StartsWith("tel:", StringComparison.Ordinal) => label ?? what[(what.IndexOf(':', StringComparison.Ordinal) + 1)..],
        _ => label is null || what.EndsWith(label, StringComparison.Ordinal) ? what : $"{label} ({what})",
    };

    private static string Unescaped(string text) => text.Contains('&', StringComparison.Ordinal)
        ? new StringBuilder(text).Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString()
        : text;

    [GeneratedRegex("<(?<what>[^<>|\\s][^<>|]*)(\\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
