using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Tests.Sla;

public sealed class ICalendarHolidaysTests
{
    [Fact]
    public void An_all_day_event_is_a_day_off_with_its_name()
    {
        var set = Read("DTSTART;VALUE=DATE:20261229\r\nSUMMARY:Year end\\, office\r\n  closed");

        Assert.Equal("Year end, office closed", set.Find(new(2026, 12, 29))?.English);
        Assert.Null(set.Find(new(2026, 12, 30)));
        Assert.Null(set.Find(new(2027, 12, 29)));
    }

    [Fact]
    public void An_event_over_several_days_ends_before_its_end_date() =>
        Assert.Equal(
            ["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"],
            DaysOff(Read("DTSTART;VALUE=DATE:20261229\nDTEND;VALUE=DATE:20270102\nSUMMARY:x"), 2026, 2028));

    [Fact]
    public void A_yearly_event_comes_back_until_its_last_year() =>
        Assert.Equal(
            ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"],
            DaysOff(Read("DTSTART;VALUE=DATE:20251231\nDTEND;VALUE=DATE:20260102\nRRULE:FREQ=YEARLY;UNTIL=20270630"), 2024, 2029));

    [Fact]
    public void A_leap_day_comes_back_in_leap_years() =>
        Assert.Equal(["2024-02-29", "2028-02-29"], DaysOff(Read("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY"), 2023, 2030));

    [Theory]
    [InlineData("DTSTART:20261229T090000Z\nSUMMARY:Meeting")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nSTATUS:CANCELLED")]
    public void Meetings_and_cancelled_events_are_no_days_off(string body) => Assert.Null(Read(body).Find(new(2026, 12, 29)));

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261399", "DTSTART 20261399")]
    [InlineData("SUMMARY:x", "DTSTART ")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nDTEND;VALUE=DATE:20261229", "DTEND 20261229")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nRRULE:FREQ=WEEKLY", "RRULE FREQ=WEEKLY")]
    public void What_cannot_be_read_is_named(string body, string value)
    {
        var error = Assert.Single(Assert.IsType<HolidaySetResult.Invalid>(ICalendarHolidays.Parse("company", File(body))).Errors);

        Assert.Equal(("company", value), (error.Key, error.Value));
    }

    [Fact]
    public void Text_that_is_no_calendar_is_refused() =>
        Assert.IsType<HolidaySetResult.Invalid>(ICalendarHolidays.Parse("company", "<html>"));

    [Fact]
    public void A_calendar_can_name_the_set()
    {
        var options = new CalendarOptions { TimeZone = "Asia/Tokyo", Hours = new() { ["mon-fri"] = ["09:00-18:00"] }, Holidays = ["company"] };
        var sets = HolidaySets.BuiltIn.With(Read("DTSTART;VALUE=DATE:20261229"));

        var calendar = Assert.IsType<CalendarResult.Ok>(WorkingCalendar.Parse("c", options, sets)).Calendar;

        Assert.False(calendar.IsOpen(SlaFixture.Jst("2026-12-29 10:00")));
    }

    private static string File(string body) => $"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{body}\nEND:VEVENT\nEND:VCALENDAR\n";

    private static IHolidaySet Read(string body) => Assert.IsType<HolidaySetResult.Ok>(ICalendarHolidays.Parse("company", File(body))).Set;

    private static IEnumerable<string> DaysOff(IHolidaySet set, int firstYear, int lastYear) =>
        Enumerable.Range(0, (lastYear - firstYear) * 365)
            .Select(new DateOnly(firstYear, 1, 1).AddDays)
            .Where(set.IsHoliday)
            .Select(day => day.ToString("yyyy-MM-dd", null));
}
