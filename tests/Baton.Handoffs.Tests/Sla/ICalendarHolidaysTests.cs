using Baton.Handoffs.Sla;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Sla;

public sealed class ICalendarHolidaysTests
{
    [Fact]
    public void An_all_day_event_is_a_day_off_with_its_name()
    {
        var set = Read("DTSTART;VALUE=DATE:20261229\r\nSUMMARY:Year end\\, office\r\n  closed\\nfor all");

        Assert.Equal("Year end, office closed for all", set.Find(new(2026, 12, 29))?.English);
        Assert.Null(set.Find(new(2026, 12, 30)));
        Assert.Null(set.Find(new(2027, 12, 29)));
    }

    [Theory]
    [InlineData("DTEND;VALUE=DATE:20270102")]
    [InlineData("DURATION:P4D")]
    public void An_event_over_several_days_ends_before_its_end(string end) =>
        Assert.Equal(
            ["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"],
            DaysOff(Read($"DTSTART;VALUE=DATE:20261229\n{end}\nSUMMARY:x"), 2026, 2028));

    [Theory]
    [InlineData("RRULE:FREQ=YEARLY;UNTIL=20270630")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31;COUNT=2")]
    public void A_yearly_event_comes_back_until_its_last_year(string rule) =>
        Assert.Equal(
            ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"],
            DaysOff(Read($"DTSTART;VALUE=DATE:20251231\nDTEND;VALUE=DATE:20260102\n{rule}"), 2024, 2029));

    [Fact]
    public void A_leap_day_comes_back_in_leap_years() =>
        Assert.Equal(["2024-02-29", "2028-02-29"], DaysOff(Read("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY"), 2023, 2030));

    [Fact]
    public void A_day_of_the_week_comes_back_as_often_as_its_rule_says() =>
        Assert.Equal(["2026-01-19", "2027-01-18"], DaysOff(Read("DTSTART;VALUE=DATE:20260119\nRRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=3MO"), 2026, 2028));

    [Fact]
    public void Dates_that_are_taken_out_of_a_rule_are_working_days_and_added_ones_are_not() =>
        Assert.Equal(
            ["2025-12-29", "2026-01-05", "2027-12-29"],
            DaysOff(Read("UID:1\nDTSTART;VALUE=DATE:20251229\nRRULE:FREQ=YEARLY;COUNT=3\nEXDATE;VALUE=DATE:20261229\nRDATE;VALUE=DATE:20260105"), 2025, 2030));

    [Fact]
    public void One_date_of_a_rule_can_be_moved_or_cancelled() =>
        Assert.Equal(
            ["2025-12-29", "2026-12-28"],
            DaysOff(
                Read(
                    "UID:1\nDTSTART;VALUE=DATE:20251229\nRRULE:FREQ=YEARLY;COUNT=3",
                    "UID:1\nRECURRENCE-ID;VALUE=DATE:20261229\nDTSTART;VALUE=DATE:20261228",
                    "UID:1\nRECURRENCE-ID;VALUE=DATE:20271229\nDTSTART;VALUE=DATE:20271229\nSTATUS:CANCELLED"),
                2025,
                2030));

    [Fact]
    public void What_comes_back_for_ever_does_so_for_a_century()
    {
        var set = Read("DTSTART;VALUE=DATE:19500501\nRRULE:FREQ=YEARLY");

        Assert.Equal((true, true, false), (set.IsHoliday(new(ICalendarHolidays.FirstYear, 5, 1)), set.IsHoliday(new(ICalendarHolidays.LastYear, 5, 1)), set.IsHoliday(new(ICalendarHolidays.LastYear + 1, 5, 1))));
    }

    [Theory]
    [InlineData("DTSTART:20261229T090000Z\nSUMMARY:Meeting")]
    [InlineData("UID:1\nDTSTART:20261229T000000\nRRULE:FREQ=SECONDLY")]
    [InlineData("DTSTART:20261229T000000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nSTATUS:CANCELLED")]
    public void Meetings_and_cancelled_events_are_no_days_off(string body) => Assert.Null(Read(body).Find(new(2026, 12, 29)));

    [Theory]
    [InlineData("SECONDLY")]
    [InlineData("DAILY")]
    public void Of_a_meeting_that_was_once_a_whole_day_only_that_day_is_off(string often)
    {
        var days = Days(File(
            $"UID:1\nDTSTART:20261229T000000\nRRULE:FREQ={often}", "UID:1\nRECURRENCE-ID:20261229T000010\nDTSTART;VALUE=DATE:20261229",
            $"UID:2\nDTSTART:20261225T110000Z\nRRULE:FREQ={often}", "UID:2\nRECURRENCE-ID:20261230T110000Z\nDTSTART;VALUE=DATE:20261230"));

        Assert.Equal("20261229 20261230", days);
    }

    // Outlook and Exchange write a local midnight where RFC 5545 wants a date; others the last second of a day.
    [Theory]
    [InlineData("20261229T150000Z", "20261228 20261229 20261230")]
    [InlineData("20261229T050000Z", "20261228 20261229")]
    [InlineData("20261229T183000Z", "20261228 20261229 20261230")]
    [InlineData("20261229T145959Z", "20261228 20261229")]
    [InlineData("20261229T235959Z", "20261228 20261229")]
    [InlineData("20261229T000000Z", "20261228 20261229")]
    [InlineData("20261229", "20261228 20261229")]
    public void The_end_of_a_series_that_is_written_as_an_instant_is_the_day_that_was_meant(string until, string expected) =>
        Assert.Equal(expected, Days(File($"DTSTART;VALUE=DATE:20261228\nDTEND;VALUE=DATE:20261229\nRRULE:FREQ=DAILY;UNTIL={until}")));

    [Theory]
    [InlineData("X-WR-TIMEZONE:Pacific/Auckland\n", "20261228T110000Z", "20261228 20261229")]
    [InlineData("X-WR-TIMEZONE:America/New_York\n", "20261229T130000Z", "20261228 20261229")]
    [InlineData("X-WR-TIMEZONE:Nowhere/Land\n", "20261228T150000Z", "20261228 20261229")]
    public void Where_the_calendar_says_where_it_is_at_home_its_own_midnight_counts(string zone, string until, string expected) =>
        Assert.Equal(expected, Days(File($"DTSTART;VALUE=DATE:20261228\nRRULE:FREQ=DAILY;UNTIL={until}").Replace("BEGIN:VCALENDAR\n", $"BEGIN:VCALENDAR\n{zone}", StringComparison.Ordinal)));

    [Theory]
    [InlineData(";TZID=Tokyo Standard Time:20261229T000000")]
    [InlineData(";TZID=W. Europe Standard Time:20261229T000000")]
    [InlineData(";TZID=Pacific Standard Time:20261229T000000")]
    [InlineData(";TZID=Asia/Tokyo:20261229T000000")]
    [InlineData(":20261228T150000Z")]
    [InlineData(":20261229T000000")]
    public void A_date_of_a_series_is_taken_out_or_moved_however_its_midnight_is_written(string midnight)
    {
        const string series = "UID:1\nDTSTART;VALUE=DATE:20261228\nRRULE:FREQ=DAILY;COUNT=3";

        Assert.Equal("20261228 20261230", Days(File($"{series}\nEXDATE{midnight}")));
        Assert.Equal("20261225 20261228 20261230", Days(File(series, $"UID:1\nRECURRENCE-ID{midnight}\nDTSTART;VALUE=DATE:20261225")));
        Assert.Equal("20261225 20261229", Days(File($"DTSTART;VALUE=DATE:20261225\nRDATE{midnight}")));
    }

    [Fact]
    public void A_date_of_a_series_that_became_a_meeting_in_a_zone_of_the_files_own_is_a_working_day()
    {
        const string zone = "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE\n";
        var file = File(
            "UID:1\nDTSTART;VALUE=DATE:20251229\nRRULE:FREQ=YEARLY;COUNT=3",
            "UID:1\nRECURRENCE-ID;VALUE=DATE:20261229\nDTSTART;TZID=Customized Time Zone:20261229T130000\nDTEND;TZID=Customized Time Zone:20261229T150000");

        Assert.Equal("20251229 20271229", Days(file.Replace("BEGIN:VCALENDAR\n", $"BEGIN:VCALENDAR\n{zone}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("20261230T000000")]
    [InlineData("20261230T000000Z")]
    [InlineData("20261229T150000Z")]
    [InlineData("20261229T235959")]
    [InlineData("20261229T173000")]
    public void An_end_at_a_time_of_day_belongs_to_its_day(string end) => Assert.Equal("20261229", Days(File($"DTSTART;VALUE=DATE:20261229\nDTEND:{end}")));


    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261399", "DTSTART;VALUE=DATE:20261399")]
    [InlineData("SUMMARY:x", "x without DTSTART")]
    [InlineData("SUMMARY:x\nRECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261229\nDTSTART;VALUE=DATE:20261228", "x RECURRENCE-ID;RANGE=THISANDFUTURE")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nDTEND;VALUE=DATE:20261229", "DTEND 20261229")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nDTEND;VALUE=DATE:20261220", "DTEND 20261220")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nDURATION:P0D", "DURATION P0D")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nDURATION:-P2D", "DURATION -P2D")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nDURATION:PT5H", "DURATION PT5H")]
    [InlineData("DTSTART;VALUE=DATE:99991231\nSUMMARY:too late", "too late DTSTART 99991231")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:never", "never DTSTART 20261229 RRULE FREQ=YEARLY")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nDURATION:-P1DT2H", "DURATION -P1DT2H")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nRRULE:FREQ=SOMETIMES", "DTSTART;VALUE=DATE:20261229 RRULE:FREQ=SOMETIMES")]
    [InlineData("DTSTART;VALUE=DATE:20261229\nRRULE:FREQ=SECONDLY", "RRULE FREQ=SECONDLY")]
    [InlineData("DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20270101\nRRULE:FREQ=DAILY\nSUMMARY:never", "never")]
    public void What_cannot_be_read_is_named(string body, string value)
    {
        var error = Assert.Single(Assert.IsType<HolidaySetResult.Invalid>(ICalendarHolidays.Parse("company", File("DTSTART;VALUE=DATE:20260501", body))).Errors);

        Assert.Equal("company", error.Key);
        Assert.StartsWith(value, error.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261229\n")]
    public void Text_that_is_no_calendar_is_refused(string text) =>
        Assert.IsType<HolidaySetResult.Invalid>(ICalendarHolidays.Parse("company", text));

    [Fact]
    public void Any_text_is_read_or_refused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ICalendarHolidays.Parse("company", File($"DTSTART;VALUE=DATE:20261229\n{text}")) is HolidaySetResult.Ok or HolidaySetResult.Invalid));

    [Fact]
    public void A_calendar_can_name_the_set()
    {
        var options = new CalendarOptions { TimeZone = "Asia/Tokyo", Hours = new() { ["mon-fri"] = ["09:00-18:00"] }, Holidays = ["company"] };
        var sets = HolidaySets.BuiltIn.With(Read("DTSTART;VALUE=DATE:20261229"));

        var calendar = Assert.IsType<CalendarResult.Ok>(WorkingCalendar.Parse("c", options, sets)).Calendar;

        Assert.False(calendar.IsOpen(SlaFixture.Jst("2026-12-29 10:00")));
    }

    private static string File(params string[] bodies) => $"BEGIN:VCALENDAR\n{string.Concat(bodies.Select(body => $"BEGIN:VEVENT\n{body}\nEND:VEVENT\n"))}END:VCALENDAR\n";

    private static IHolidaySet Read(params string[] bodies) => Assert.IsType<HolidaySetResult.Ok>(ICalendarHolidays.Parse("company", File(bodies))).Set;

    private static string Days(string file) => ICalendarHolidays.Parse("company", file) switch
    {
        HolidaySetResult.Ok ok => string.Join(' ', DaysOff(ok.Set, 2000, 2099).Select(day => day.Replace("-", "", StringComparison.Ordinal))),
        HolidaySetResult.Invalid invalid => string.Join("; ", invalid.Errors),
        var other => $"{other}",
    };

    private static IEnumerable<string> DaysOff(IHolidaySet set, int firstYear, int lastYear) =>
        Enumerable.Range(0, (lastYear - firstYear) * 365)
            .Select(new DateOnly(firstYear, 1, 1).AddDays)
            .Where(set.IsHoliday)
            .Select(day => day.ToString("yyyy-MM-dd", null));
}
