using Baton.Handoffs.Funnel.Periods;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Baton.Handoffs.Tests.Funnel.Periods;

public class IsoWeekTests
{
    private static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    [Theory]
    [InlineData("2026-11-22T14:59:59Z", "2026-W47")]
    [InlineData("2026-11-22T15:00:00Z", "2026-W48")]
    [InlineData("2026-12-31T12:00:00Z", "2026-W53")]
    [InlineData("2027-01-03T14:59:59Z", "2026-W53")]
    [InlineData("2027-01-03T15:00:00Z", "2027-W01")]
    public void A_week_begins_on_Monday_at_midnight_of_the_zone(string instant, string week) =>
        Assert.Equal(week, IsoWeek.Of(DateTimeOffset.Parse(instant), Tokyo).ToString());

    [Theory]
    [InlineData("2026-W54")]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-47")]
    [InlineData("2026-W4")]
    [InlineData("0000-W01")]
    [InlineData("")]
    public void What_is_no_week_is_refused(string text) => Assert.Throws<FormatException>(() => IsoWeek.Parse(text));

    [Fact]
    public void Every_day_lies_in_its_week_and_weeks_follow_one_another() =>
        Prop.ForAll(Gen.Choose(700000, 900000).ToArbitrary(), number =>
        {
            var day = DateOnly.FromDayNumber(number);
            var week = IsoWeek.Of(day);
            return week == IsoWeek.Parse(week.ToString())
                && week.Monday <= day && day <= week.Monday.AddDays(6)
                && week.Next().Monday == week.Monday.AddDays(7)
                && week.Next().Previous() == week
                && week < week.Next() && week.Next() > week && week <= week.Next() && week.Next() >= week;
        }).QuickCheckThrowOnFailure();
}
