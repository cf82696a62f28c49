using NodaTime;

namespace Baton.Handoffs.Chat;

/// <summary>Lines as plain text, for notifications, screen readers, summaries of messages and CSV: places without date tokens or emphasis.</summary>
public static class PlainText
{
    /// <summary>
    /// The line as text. Moments are written in <paramref name="zone"/>, as a reader of <paramref name="locale"/> (<c>en</c> or <c>ja</c>) writes them,
    /// and named UTC where that is the zone, because nobody lives there.
    /// </summary>
    public static string Of(Line line, DateTimeZone zone, string locale, int limit = LeadText.DefaultLimit) =>
        LeadText.OneLine(string.Concat(line.Spans.Select(span => Of(span, zone, locale, limit))), limit);

    private static string Of(Span span, DateTimeZone zone, string locale, int limit) => span switch
    {
        Span.Plain plain => plain.Text,
        Span.Quoted quoted => LeadText.OneLine(quoted.Text, limit),
        Span.Someone someone => LeadText.OneLine(someone.Name, limit),
        Span.Moment moment => Of(moment, zone, Texts.Nearest(locale) == "ja"),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "a kind of span that this switch does not know"),
    };

    private static string Of(Span.Moment moment, DateTimeZone zone, bool japanese)
    {
        var there = Instant.FromDateTimeOffset(moment.At).InZone(zone).LocalDateTime.ToDateTimeUnspecified();
        var culture = System.Globalization.CultureInfo.GetCultureInfo(japanese ? "ja-JP" : "en-US");
        var (date, time) = japanese ? ("yyyy/MM/dd", "H:mm") : ("MMM d, yyyy", "h:mm tt");
        var format = moment.Style switch
        {
            MomentStyle.Date => date,
            MomentStyle.Time => time,
            _ => $"{date} {time}",
        };
        var named = zone == DateTimeZone.Utc && moment.Style != MomentStyle.Date ? " UTC" : "";
        return there.ToString(format, culture) + named;
    }
}
