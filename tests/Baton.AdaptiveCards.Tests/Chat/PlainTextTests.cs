using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using NodaTime;

namespace Baton.AdaptiveCards.Tests.Chat;

public sealed class PlainTextTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 20, 9, 5, 0, TimeSpan.Zero);
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    [Theory]
    [InlineData(MomentStyle.DateAndTime, "en", "Nov 20, 2026 6:05 PM")]
    [InlineData(MomentStyle.DateAndTime, "ja", "2026/11/20 18:05")]
    [InlineData(MomentStyle.Date, "en", "Nov 20, 2026")]
    [InlineData(MomentStyle.Time, "ja", "18:05")]
    public void A_moment_is_written_in_the_zone_and_the_way_of_the_reader(MomentStyle style, string locale, string expected) =>
        Assert.Equal(expected, PlainText.Of(Line.Of(new Span.Moment(Nine, style)), Tokyo, locale));

    [Fact]
    public void A_time_in_utc_says_so() =>
        Assert.Equal("Nov 20, 2026 9:05 AM UTC", PlainText.Of(Line.Of(new Span.Moment(Nine, MomentStyle.DateAndTime)), DateTimeZone.Utc, "en"));

    [Fact]
    public void Spans_are_joined_as_they_are_and_quotes_are_cleaned() => Assert.Equal(
        "Tanaka took ACME Inc",
        PlainText.Of(Line.Of(new Span.Someone(EmailAddress.Parse("t@example.com"), "Tanaka"), new Span.Plain(" took ", true), new Span.Quoted("ACME\u202E\nInc")), Tokyo, "en"));
}
