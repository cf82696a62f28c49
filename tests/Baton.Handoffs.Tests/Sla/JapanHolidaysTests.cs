using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Tests.Sla;

public sealed class JapanHolidaysTests
{
    private static readonly JapanHolidays Japan = new();

    [Theory]
    [InlineData(1988, "01-01 01-15 02-11 03-20 03-21 04-29 05-03 05-04 05-05 09-15 09-23 10-10 11-03 11-23")]
    [InlineData(2019, "01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 10-22 11-03 11-04 11-23")]
    [InlineData(2020, "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03 11-23")]
    [InlineData(2021, "01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23")]
    [InlineData(2022, "01-01 01-10 02-11 02-23 03-21 04-29 05-03 05-04 05-05 07-18 08-11 09-19 09-23 10-10 11-03 11-23")]
    [InlineData(2023, "01-01 01-02 01-09 02-11 02-23 03-21 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-23 10-09 11-03 11-23")]
    [InlineData(2024, "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23")]
    [InlineData(2025, "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24")]
    [InlineData(2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23")]
    [InlineData(2027, "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23")]
    public void A_year_has_the_days_that_the_law_gives_it(int year, string expected)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, 366).Select(first.AddDays).Where(day => day.Year == year && Japan.Find(day) is not null);

        Assert.Equal(expected, string.Join(' ', days.Select(day => day.ToString("MM-dd", null))));
    }

    [Theory]
    [InlineData("2009-09-22", "国民の休日")]
    [InlineData("2026-09-22", "国民の休日")]
    [InlineData("2019-04-30", "国民の休日")]
    [InlineData("2026-05-06", "振替休日")]
    [InlineData("2024-02-12", "振替休日")]
    [InlineData("2019-05-01", "天皇の即位の日")]
    [InlineData("2020-07-24", "スポーツの日")]
    [InlineData("2021-08-08", "山の日")]
    [InlineData("2000-01-10", "成人の日")]
    [InlineData("1999-01-15", "成人の日")]
    public void A_holiday_has_its_lawful_name(string day, string name) => Assert.Equal(name, Japan.Find(DateOnly.Parse(day))?.Japanese);

    [Theory]
    [InlineData("1948-05-05")]
    [InlineData("1973-02-12")]
    [InlineData("1985-05-04")]
    [InlineData("1997-05-04")]
    [InlineData("2019-02-23")]
    [InlineData("2019-12-23")]
    [InlineData("2020-10-12")]
    [InlineData("9999-12-31")]
    public void An_ordinary_day_has_no_name(string day) => Assert.Null(Japan.Find(DateOnly.Parse(day)));

    // Equinoxes as the National Astronomical Observatory reckons them, around the turns of the formula.
    [Theory]
    [InlineData(1960, 20, 23)]
    [InlineData(1979, 21, 24)]
    [InlineData(1980, 20, 23)]
    [InlineData(2012, 20, 22)]
    [InlineData(2026, 20, 23)]
    [InlineData(2099, 20, 23)]
    [InlineData(2100, 20, 23)]
    public void Equinoxes_fall_where_the_sun_puts_them(int year, int march, int september)
    {
        Assert.Equal("春分の日", Japan.Find(new(year, 3, march))?.Japanese);
        Assert.Equal("秋分の日", Japan.Find(new(year, 9, september))?.Japanese);
    }
}
