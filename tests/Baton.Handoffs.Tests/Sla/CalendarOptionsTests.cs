using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

public sealed class CalendarOptionsTests
{
    [Fact]
    public void An_unknown_time_zone_is_named()
    {
        var error = Error(new() { TimeZone = "Tokyo", Hours = Weekdays("09:00-18:00") });

        Assert.Equal("Calendars:c:TimeZone is \"Tokyo\"; expected an IANA time zone such as Asia/Tokyo", error.ToString());
    }

    [Theory]
    [InlineData("9-18")]
    [InlineData("09:00-25:00")]
    [InlineData("24:00-06:00")]
    [InlineData("09:00-24:01")]
    [InlineData("09:00-09:00")]
    [InlineData("09:60-10:00")]
    [InlineData("")]
    public void Hours_that_cannot_be_read_are_named(string hours)
    {
        var error = Error(new() { TimeZone = "Asia/Tokyo", Hours = Weekdays("08:00-08:30", hours) });

        Assert.Equal(("Calendars:c:Hours:mon-fri:1", hours), (error.Key, error.Value));
    }

    [Theory]
    [InlineData("montag")]
    [InlineData("mon-")]
    [InlineData("mon-wed-fri")]
    [InlineData("none")]
    public void A_day_that_does_not_exist_is_named(string days)
    {
        var error = Error(new() { TimeZone = "Asia/Tokyo", Hours = new() { [days] = ["09:00-18:00"] } });

        Assert.Equal(("Calendars:c:Hours:" + days, days), (error.Key, error.Value));
    }

    [Fact]
    public void A_day_named_twice_is_an_error() =>
        Assert.Contains("fri is named twice", Error(new() { TimeZone = "Asia/Tokyo", Hours = new() { ["mon-fri"] = ["09:00-18:00"], ["friday"] = ["09:00-15:00"] } }).Expected, StringComparison.Ordinal);

    [Theory]
    [InlineData("mon", "09:00-12:00", "11:00-18:00")]
    [InlineData("mon-tue", "09:00-18:00", "22:00-10:00")]
    [InlineData("sun-mon", "09:00-18:00", "22:00-10:00")]
    public void Hours_that_overlap_are_an_error(string days, string one, string other) =>
        Assert.Equal("hours that do not overlap", Error(new() { TimeZone = "Asia/Tokyo", Hours = new() { [days] = [one, other] } }).Expected);

    [Fact]
    public void A_calendar_without_hours_is_an_error() =>
        Assert.Equal("Calendars:c:Hours", Error(new() { TimeZone = "Asia/Tokyo", Hours = new() { ["mon"] = [] } }).Key);

    [Theory]
    [InlineData("germany")]
    [InlineData("2026-02-30")]
    [InlineData("29.12.2026")]
    public void A_holiday_that_cannot_be_read_is_named(string holiday)
    {
        var error = Error(new() { TimeZone = "Asia/Tokyo", Hours = Weekdays("09:00-18:00"), Holidays = ["japan", holiday] });

        Assert.Equal(("Calendars:c:Holidays:1", holiday), (error.Key, error.Value));
        Assert.Contains("japan, us-federal", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Always_open_with_hours_or_holidays_is_an_error()
    {
        var options = new CalendarOptions { AlwaysOpen = true, Hours = Weekdays("09:00-18:00"), Holidays = ["japan"] };

        var errors = Assert.IsType<CalendarResult.Invalid>(WorkingCalendar.Parse("c", options)).Errors;

        Assert.Equal(["Calendars:c:Hours", "Calendars:c:Holidays"], errors.Select(error => error.Key));
    }

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var options = new CalendarOptions { TimeZone = "x", Hours = Weekdays("y"), Holidays = ["z"] };

        Assert.Equal(3, Assert.IsType<CalendarResult.Invalid>(WorkingCalendar.Parse("c", options)).Errors.Count);
    }

    [Fact]
    public void Ranges_of_days_may_run_over_the_weekend()
    {
        var calendar = Calendar("c", "Asia/Tokyo", [], ("Fri-Mon", ["9:00 - 18:00"]));

        Assert.True(calendar.IsOpen(Jst("2026-11-22 10:00")));
        Assert.False(calendar.IsOpen(Jst("2026-11-24 10:00")));
    }

    [Fact]
    public void Own_days_off_take_names_in_both_languages()
    {
        var calendar = Calendar("c", "Asia/Tokyo", ["2026-12-29 Year end / 年末", "2026-12-30"], ("mon-fri", ["09:00-18:00"]));

        var names = calendar.Gaps(Jst("2026-12-29 00:00"), Jst("2026-12-31 00:00")).Select(gap => gap.Holiday);

        Assert.Equal([new("Year end", "年末"), new("Day off", "休業日")], names);
    }

    [Fact]
    public void A_full_day_is_that_of_the_weekday_with_most_hours()
    {
        Assert.Equal(TimeSpan.FromHours(8), Tokyo.FullDay);
        Assert.Equal(TimeSpan.FromHours(10), Calendar("c", "Asia/Tokyo", [], ("mon-thu", ["20:00-06:00"]), ("sat", ["09:00-12:00"])).FullDay);
        Assert.Equal(TimeSpan.FromHours(24), Always.FullDay);
    }

    private static Dictionary<string, string[]> Weekdays(params string[] hours) => new() { ["mon-fri"] = hours };

    private static OptionError Error(CalendarOptions options) => Assert.IsType<CalendarResult.Invalid>(WorkingCalendar.Parse("c", options)).Errors[0];
}
