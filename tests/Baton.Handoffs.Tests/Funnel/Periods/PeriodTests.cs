using Baton.Handoffs.Funnel.Periods;
using NodaTime;
using Period = Baton.Handoffs.Funnel.Periods.Period;

namespace Baton.Handoffs.Tests.Funnel.Periods;

public class PeriodTests
{
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    // Friday 2026-11-20, 23:30 in Tokyo.
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-20T14:30:00Z");

    [Theory]
    [InlineData("today", "2026-11-20", "2026-11-20", "2026-11-20")]
    [InlineData("今日", "2026-11-20", "2026-11-20", "2026-11-20")]
    [InlineData("昨日", "2026-11-19", "2026-11-19", "2026-11-19")]
    [InlineData("week", "2026-W47", "2026-11-16", "2026-11-22")]
    [InlineData("今週", "2026-W47", "2026-11-16", "2026-11-22")]
    [InlineData("last week", "2026-W46", "2026-11-09", "2026-11-15")]
    [InlineData("先週", "2026-W46", "2026-11-09", "2026-11-15")]
    [InlineData("month", "2026-11", "2026-11-01", "2026-11-30")]
    [InlineData("先月", "2026-10", "2026-10-01", "2026-10-31")]
    [InlineData("Last  Month", "2026-10", "2026-10-01", "2026-10-31")]
    [InlineData("今四半期", "2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("last quarter", "2026-Q3", "2026-07-01", "2026-09-30")]
    [InlineData("last year", "2025", "2025-01-01", "2025-12-31")]
    [InlineData("今年", "2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-10", "2026-10", "2026-10-01", "2026-10-31")]
    [InlineData("2026-W45", "2026-W45", "2026-11-02", "2026-11-08")]
    [InlineData("2026-q3", "2026-Q3", "2026-07-01", "2026-09-30")]
    [InlineData("2026年第3四半期", "2026-Q3", "2026-07-01", "2026-09-30")]
    [InlineData("2026年10月", "2026-10", "2026-10-01", "2026-10-31")]
    [InlineData("2026年10月5日", "2026-10-05", "2026-10-05", "2026-10-05")]
    [InlineData("12月", "2025-12", "2025-12-01", "2025-12-31")]
    [InlineData("11月", "2026-11", "2026-11-01", "2026-11-30")]
    [InlineData("2026-10-01..2026-10-31", "2026-10-01..2026-10-31", "2026-10-01", "2026-10-31")]
    [InlineData("2026-10-31..2026-10-01", "2026-10-01..2026-10-31", "2026-10-01", "2026-10-31")]
    [InlineData("2026-09〜2026-10", "2026-09-01..2026-10-31", "2026-09-01", "2026-10-31")]
    [InlineData("２０２６−１０", null, null, null)]
    [InlineData("２０２６-１０", "2026-10", "2026-10-01", "2026-10-31")]
    [InlineData("2026-13", null, null, null)]
    [InlineData("2026-02-30", null, null, null)]
    [InlineData("9999", null, null, null)]
    [InlineData("2026-10-01..soon", null, null, null)]
    [InlineData("", null, null, null)]
    public void A_period_is_read_as_people_write_it(string text, string? name, string? first, string? last)
    {
        var period = Period.Parse(text, Now, Tokyo);

        Assert.Equal(name, period?.Name);
        Assert.Equal((first, last), (period?.FirstDay.ToString("yyyy-MM-dd"), period?.LastDay.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void A_period_holds_its_first_instant_and_not_the_first_one_after_it()
    {
        var week = Period.Parse("week", Now, Tokyo)!;

        Assert.Equal(DateTimeOffset.Parse("2026-11-16T00:00:00+09:00"), week.From);
        Assert.True(week.Holds(week.From));
        Assert.False(week.Holds(week.From.AddTicks(-1)));
        Assert.True(week.Holds(week.To.AddTicks(-1)));
        Assert.False(week.Holds(week.To));
        Assert.False(week.Holds(null));
    }

    [Fact]
    public void A_week_in_which_the_clocks_change_is_an_hour_longer()
    {
        var week = IsoWeek.Parse("2026-W44").In(DateTimeZoneProviders.Tzdb["America/New_York"]);

        Assert.Equal(TimeSpan.FromHours((7 * 24) + 1), week.To - week.From);
    }

    [Theory]
    [InlineData("month", "2026-10")]
    [InlineData("2026-Q1", "2025-Q4")]
    [InlineData("2026-W01", "2025-W52")]
    [InlineData("2026-11-11..2026-11-20", "2026-11-01..2026-11-10")]
    public void The_period_before_is_of_the_same_sort(string text, string before) =>
        Assert.Equal(before, Period.Parse(text, Now, Tokyo)!.Previous().Name);

    [Fact]
    public void The_four_weeks_before_are_named_nearest_first() =>
        Assert.Equal(["2026-W46", "2026-W45", "2026-W44", "2026-W43"], Period.Parse("week", Now, Tokyo)!.Preceding(4).Select(p => p.Name));

    [Fact]
    public void A_period_asks_for_its_own_cohorts_and_for_those_before_it() =>
        Assert.Equal(
            ["2026-W38", "2026-W39", "2026-W40", "2026-W41", "2026-W42", "2026-W43", "2026-W44"],
            Period.Parse("2026-10", Now, Tokyo)!.CohortWeeks(2).Select(w => w.ToString()));
}
