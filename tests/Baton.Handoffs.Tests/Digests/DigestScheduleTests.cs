using Baton.Handoffs.Digests;
using Baton.Handoffs.Funnel.Periods;
using NodaTime;

namespace Baton.Handoffs.Tests.Digests;

public class DigestScheduleTests
{
    [Theory]
    [InlineData("2026-11-16T00:00:00+09:00", "2026-11-20T14:30:00+09:00", "2026-W47")]
    [InlineData("2026-11-20T14:29:59+09:00", "2026-11-20T14:30:00+09:00", "2026-W47")]
    [InlineData("2026-11-20T14:30:00+09:00", "2026-11-27T14:30:00+09:00", "2026-W48")]
    [InlineData("2026-11-22T23:00:00+09:00", "2026-11-27T14:30:00+09:00", "2026-W48")]
    [InlineData("2026-12-30T00:00:00+09:00", "2027-01-01T14:30:00+09:00", "2026-W53")]
    public void By_default_it_is_due_on_Friday_half_an_hour_before_the_review(string now, string at, string week) =>
        Assert.Equal(new DigestDue(DateTimeOffset.Parse(at), IsoWeek.Parse(week)), new DigestOptions().Schedule().Next(DateTimeOffset.Parse(now)));

    [Fact]
    public void A_time_that_the_clocks_skip_is_due_at_the_first_that_exists()
    {
        var schedule = new DigestSchedule(DateTimeZoneProviders.Tzdb["America/New_York"], DayOfWeek.Sunday, new TimeOnly(2, 30));

        Assert.Equal(DateTimeOffset.Parse("2026-03-08T03:30:00-04:00"), schedule.Next(DateTimeOffset.Parse("2026-03-04T00:00:00Z")).At);
    }

    [Fact]
    public void Wrong_options_are_named_with_key_value_and_what_is_allowed()
    {
        var options = new DigestOptions { TimeZone = "Tokyo", Day = "Fryday", Time = "25:00", Recipients = { new DigestRecipient { Place = "sales", Locale = "fr" } } };

        Assert.Equal(
            [
                "Digests:TimeZone is 'Tokyo' but must be an IANA time zone such as Asia/Tokyo.",
                "Digests:Day is 'Fryday' but must be Monday to Sunday.",
                "Digests:Time is '25:00' but must be a time from 00:00 to 23:59.",
                "Digests:Recipients:0:Place is 'sales' but must be a platform and an id such as slack:C0123.",
                "Digests:Recipients:0:Locale is 'fr' but must be en or ja.",
            ],
            options.Validate());
        Assert.Throws<InvalidOperationException>(options.Schedule);
        Assert.Empty(new DigestOptions { Recipients = { new DigestRecipient { Place = "console:sales" } } }.Validate());
    }
}
