using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using NodaTime;

namespace Baton.Slack.Blocks;

/// <summary>
/// Instants in the reader's own zone and habits. Tokens: https://docs.slack.dev/messaging/formatting-message-text ("Date formatting"); the fallback is for
/// clients and notifications that cannot, and names its zone.
/// </summary>
internal static class DateTokens
{
    /// <summary>The instant as an element of rich text.</summary>
    public static JsonObject Element(Span.Moment moment, string locale) => new()
    {
        ["type"] = "date",
        ["timestamp"] = moment.At.ToUnixTimeSeconds(),
        ["format"] = Format(moment.Style),
        ["fallback"] = Fallback(moment, locale),
    };

    /// <summary>The instant in mrkdwn.</summary>
    public static string Mrkdwn(Span.Moment moment, string locale) =>
        $"<!date^{moment.At.ToUnixTimeSeconds()}^{Format(moment.Style)}|{Fallback(moment, locale)}>";

    /// <summary>The instant where no token works.</summary>
    public static string Fallback(Span.Moment moment, string locale) => PlainText.Of(Line.Of(moment), DateTimeZone.Utc, locale);

    private static string Format(MomentStyle style) => style switch
    {
        MomentStyle.Date => "{date_short_pretty}",
        MomentStyle.Time => "{time}",
        _ => "{date_short_pretty} {time}",
    };
}
