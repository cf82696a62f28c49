using System.Text.RegularExpressions;
using Baton.Handoffs.Chat;
using Baton.Slack.Incoming;

namespace Baton.Slack.Api;

/// <summary>
/// Tells a person in the own language why something could not be put into Slack. What is stored of that is in English, ends with Slack's code, and may hold words
/// of Slack's own: they stay.
/// </summary>
internal static partial class ToldWhy
{
    /// <summary>The reason as that person reads it.</summary>
    /// <param name="why">As it was stored.</param>
    /// <param name="locale">For whom.</param>
    public static string Of(string why, string locale)
    {
        var (stored, told) = (Texts.Of<ErrorTexts>("en"), Texts.Of<ErrorTexts>(locale));
        if (LostWhy.KeyOf(why) is { } lost)
        {
            return told["lost." + lost];
        }

        return Code().Match(why) is { Success: true } code
            ? why.Replace(SlackErrors.Of(code.Groups["code"].Value).Advice, SlackErrors.Of(code.Groups["code"].Value, locale).Advice, StringComparison.Ordinal)
                .Replace(stored["said"], told["said"], StringComparison.Ordinal)
            : why;
    }

    [GeneratedRegex(@"\((?<code>[a-z0-9_]+)\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
