using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Tests.Sla;

public sealed class UsFederalHolidaysTests
{
    private static readonly UsFederalHolidays Federal = new();

    // Weekdays off as the Office of Personnel Management lists them.
    [Theory]
    [InlineData(2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    public void A_year_has_the_weekdays_off_that_the_code_gives_it(int year, string expected)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, 366).Select(first.AddDays)
            .Where(day => day.Year == year && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Federal.Find(day) is not null);

        Assert.Equal(expected, string.Join(' ', days.Select(day => day.ToString("MM-dd", null))));
    }

    [Fact]
    public void A_holiday_on_a_saturday_is_also_observed_on_friday()
    {
        Assert.Equal("Independence Day", Federal.Find(new(2026, 7, 4))?.English);
        Assert.Equal("Independence Day (observed)", Federal.Find(new(2026, 7, 3))?.English);
    }

    [Fact]
    public void The_first_and_last_day_that_exist_can_be_asked_for()
    {
        Assert.Null(Federal.Find(DateOnly.MinValue));
        Assert.Null(Federal.Find(DateOnly.MaxValue));
    }
}
