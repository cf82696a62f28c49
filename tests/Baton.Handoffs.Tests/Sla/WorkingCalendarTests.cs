using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Night = Calendar("night", "America/New_York", ["2026-07-03"], ("mon-fri", ["22:00-06:00"]));
    private static readonly WorkingCalendar Round = Calendar("round", "Europe/Berlin", [], ("mon-sun", ["00:00-24:00"]));

    [Fact]
    public void Lunch_is_not_counted() =>
        Assert.Equal(TimeSpan.FromHours(2), Tokyo.WorkingTimeBetween(Jst("2026-11-20 11:00"), Jst("2026-11-20 14:00")));

    [Fact]
    public void Four_hours_from_friday_afternoon_pass_over_weekend_and_holiday() =>
        Assert.Equal(Jst("2026-11-24 11:00"), Tokyo.Add(Jst("2026-11-20 16:00"), TimeSpan.FromHours(4)));

    [Fact]
    public void An_amount_that_ends_with_the_day_ends_that_evening_and_not_next_morning() =>
        Assert.Equal(Jst("2026-11-20 18:00"), Tokyo.Add(Jst("2026-11-20 16:00"), TimeSpan.FromHours(2)));

    [Fact]
    public void The_end_of_the_day_is_closed_and_its_start_is_open()
    {
        Assert.True(Tokyo.IsOpen(Jst("2026-11-20 09:00")));
        Assert.False(Tokyo.IsOpen(Jst("2026-11-20 18:00")));
    }

    [Fact]
    public void A_span_that_ends_before_it_begins_counts_nothing()
    {
        Assert.Equal(TimeSpan.Zero, Tokyo.WorkingTimeBetween(Jst("2026-11-20 14:00"), Jst("2026-11-20 11:00")));
        Assert.Empty(Tokyo.Intervals(Jst("2026-11-20 14:00"), Jst("2026-11-20 11:00")));
        Assert.Empty(Tokyo.Gaps(Jst("2026-11-20 14:00"), Jst("2026-11-20 11:00")));
    }

    [Fact]
    public void A_negative_amount_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tokyo.Add(Jst("2026-11-20 14:00"), TimeSpan.FromTicks(-1)));

    [Theory]
    [InlineData("2026-03-07 21:00 -05:00", "2026-03-08 12:00 -04:00", 0)] // Saturday to Sunday: no shift starts
    [InlineData("2026-03-06 21:00 -05:00", "2026-03-07 12:00 -05:00", 8)] // Friday's shift runs into Saturday
    [InlineData("2026-07-02 21:00 -04:00", "2026-07-03 12:00 -04:00", 8)] // the shift of the day before a holiday is worked to its end
    [InlineData("2026-07-03 12:00 -04:00", "2026-07-04 12:00 -04:00", 0)] // the holiday's own shift is not worked, on neither side of midnight
    public void A_night_shift_belongs_to_the_day_on_which_it_starts(string from, string to, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Night.WorkingTimeBetween(At(from), At(to)));

    [Theory]
    [InlineData("2026-03-29 00:00 +01:00", "2026-03-30 00:00 +02:00", 23)]
    [InlineData("2026-10-25 00:00 +02:00", "2026-10-26 00:00 +01:00", 25)]
    [InlineData("2026-06-01 00:00 +02:00", "2026-06-02 00:00 +02:00", 24)]
    public void A_round_the_clock_day_in_Berlin_is_as_long_as_it_lasts(string from, string to, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Round.WorkingTimeBetween(At(from), At(to)));

    [Theory]
    [InlineData("2026-03-07 12:00 -05:00", 7)]
    [InlineData("2026-10-31 12:00 -04:00", 9)]
    [InlineData("2026-06-06 12:00 -04:00", 8)]
    public void A_night_shift_in_New_York_is_shorter_in_spring_and_longer_in_autumn(string noonOnSaturday, int hours)
    {
        var everyNight = Calendar("nights", "America/New_York", [], ("mon-sun", ["22:00-06:00"]));

        Assert.Equal(TimeSpan.FromHours(hours), everyNight.WorkingTimeBetween(At(noonOnSaturday), At(noonOnSaturday).AddDays(1)));
    }

    [Fact]
    public void Hours_that_the_clocks_skip_do_not_exist()
    {
        var early = Calendar("early", "Europe/Berlin", [], ("sun", ["02:00-03:00"]));

        Assert.Equal(TimeSpan.Zero, early.WorkingTimeBetween(At("2026-03-29 00:00 +01:00"), At("2026-03-30 00:00 +02:00")));
    }

    [Fact]
    public void An_hour_that_comes_twice_is_counted_for_both_and_adjoining_hours_stay_adjoining()
    {
        var split = Calendar("split", "Europe/Berlin", [], ("sun", ["01:00-02:30", "02:30-04:00"]));

        var intervals = split.Intervals(At("2026-10-25 00:00 +02:00"), At("2026-10-26 00:00 +01:00")).ToList();

        Assert.Equal([TimeSpan.FromHours(1.5), TimeSpan.FromHours(2.5)], intervals.Select(interval => interval.Duration));
        Assert.Equal(intervals[0].To, intervals[1].From);
    }

    [Fact]
    public void A_calendar_that_never_opens_again_says_so()
    {
        var everyDayOff = new OwnHolidays("all", Enumerable.Range(0, 12 * 366).ToDictionary(day => new DateOnly(2026, 1, 1).AddDays(day), _ => new HolidayName("Off", "休")));
        var options = new CalendarOptions { TimeZone = "Asia/Tokyo", Hours = new() { ["mon-fri"] = ["09:00-18:00"] }, Holidays = ["all"] };
        var closed = Assert.IsType<CalendarResult.Ok>(WorkingCalendar.Parse("closed", options, HolidaySets.BuiltIn.With(everyDayOff))).Calendar;

        Assert.Null(closed.NextOpen(Jst("2026-11-20 10:00")));
        Assert.Null(closed.Add(Jst("2026-11-20 10:00"), TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void What_lies_beyond_ten_years_is_not_looked_for()
    {
        var decade = Enumerable.Range(0, 3653).ToDictionary(day => new DateOnly(2026, 11, 20).AddDays(day), _ => new HolidayName("Off", "休"));
        var options = new CalendarOptions { TimeZone = "Asia/Tokyo", Hours = new() { ["mon-sun"] = ["09:00-18:00"] }, Holidays = ["decade"] };
        var late = Assert.IsType<CalendarResult.Ok>(WorkingCalendar.Parse("late", options, HolidaySets.BuiltIn.With(new OwnHolidays("decade", decade)))).Calendar;

        Assert.Null(late.NextOpen(Jst("2026-11-20 08:00")));
        Assert.Null(late.Add(Jst("2026-11-20 08:00"), TimeSpan.FromHours(1)));
        Assert.Equal(Jst("2036-11-20 09:00"), late.NextOpen(Jst("2026-11-20 10:00")));
        Assert.Equal(Jst("2036-11-20 10:00"), late.Add(Jst("2026-11-20 10:00"), TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Always_open_counts_everything()
    {
        var from = Jst("2026-11-21 03:00");

        Assert.Equal(TimeSpan.FromDays(3), Always.WorkingTimeBetween(from, from.AddDays(3)));
        Assert.Equal(from.AddDays(3), Always.Add(from, TimeSpan.FromDays(3)));
        Assert.Null(Always.Add(from, TimeSpan.FromDays(366 * 11)));
        Assert.True(Always.IsOpen(from));
        Assert.Equal("24x7", Assert.Single(Always.Intervals(from, from.AddDays(9))).Hours);
        Assert.Empty(Always.Gaps(from, from.AddDays(9)));
    }

    [Fact]
    public void Results_are_in_utc_whatever_came_in()
    {
        Assert.Equal(TimeSpan.Zero, Tokyo.Add(Jst("2026-11-20 16:00"), TimeSpan.FromHours(1))!.Value.Offset);
        Assert.Equal(TimeSpan.Zero, Tokyo.Add(Jst("2026-11-20 16:00"), TimeSpan.Zero)!.Value.Offset);
        Assert.Equal(TimeSpan.Zero, Tokyo.NextOpen(Jst("2026-11-20 16:00"))!.Value.Offset);
        Assert.Equal(TimeSpan.Zero, Always.NextOpen(Jst("2026-11-20 16:00"))!.Value.Offset);
    }

    [Fact]
    public void The_same_hours_can_be_worked_in_another_zone()
    {
        Assert.Equal(At("2026-11-20 09:00 +01:00"), Tokyo.InTimeZone("Europe/Berlin")!.NextOpen(At("2026-11-20 06:00 +01:00")));
        Assert.Null(Tokyo.InTimeZone("Mars/Olympus"));
    }

    [Fact]
    public void The_ends_of_time_can_be_asked_for()
    {
        Assert.True(Tokyo.WorkingTimeBetween(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddDays(30)) > TimeSpan.Zero);
        Assert.Null(Tokyo.Add(DateTimeOffset.MaxValue.AddDays(-30), TimeSpan.FromDays(31)));
    }
}
