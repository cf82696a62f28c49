using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

public sealed class CalendarAccountTests
{
    [Fact]
    public void A_span_over_a_long_weekend_says_why_each_hour_was_left_out()
    {
        var gaps = Tokyo.Gaps(Jst("2026-11-20 17:00"), Jst("2026-11-24 10:00"));

        Assert.Equal(
            [
                new(Jst("2026-11-20 18:00"), Jst("2026-11-21 00:00"), UncountedReason.OutsideHours),
                new(Jst("2026-11-21 00:00"), Jst("2026-11-23 00:00"), UncountedReason.DayOff),
                new(Jst("2026-11-23 00:00"), Jst("2026-11-24 00:00"), UncountedReason.Holiday, new("Labour Thanksgiving", "Labour Thanksgiving")),
                new(Jst("2026-11-24 00:00"), Jst("2026-11-24 09:00"), UncountedReason.OutsideHours),
            ],
            gaps);
    }

    [Fact]
    public void Counted_intervals_name_the_hours_they_come_from()
    {
        var counted = Tokyo.Intervals(Jst("2026-11-20 17:00"), Jst("2026-11-24 10:00"));

        Assert.Equal(
            [
                new(Jst("2026-11-20 17:00"), Jst("2026-11-20 18:00"), "business", "fri 13:00-18:00"),
                new(Jst("2026-11-24 09:00"), Jst("2026-11-24 10:00"), "business", "tue 09:00-12:00"),
            ],
            counted);
    }

    [Fact]
    public void A_shift_over_the_turn_of_the_utc_year_is_one_interval()
    {
        var round = Calendar("round", "Asia/Tokyo", [], ("mon-sun", ["00:00-24:00"]));

        var interval = Assert.Single(round.Intervals(Jst("2027-01-01 00:00"), Jst("2027-01-02 00:00")));

        Assert.Equal(TimeSpan.FromDays(1), interval.Duration);
    }

    [Fact]
    public void A_holiday_on_a_day_without_hours_is_a_day_off_like_any_other()
    {
        var calendar = Calendar("business", "Asia/Tokyo", ["2026-11-21 Founding day"], ("mon-fri", ["09:00-18:00"]));

        var gap = Assert.Single(calendar.Gaps(Jst("2026-11-21 09:00"), Jst("2026-11-21 10:00")));

        Assert.Equal(UncountedReason.DayOff, gap.Reason);
    }

    // Newfoundland put its clocks back one minute after midnight until 2011.
    [Fact]
    public void A_day_that_comes_twice_is_explained_once()
    {
        var calendar = Calendar("business", "America/St_Johns", [], ("mon-sat", ["09:00-17:00"]));

        // The second half past eleven of Saturday night, when Sunday had begun already.
        var gaps = calendar.Gaps(At("2010-11-06 23:30 -03:30"), At("2010-11-08 09:00 -03:30"));

        Assert.Equal(
            [
                new(At("2010-11-06 23:30 -03:30"), At("2010-11-08 00:00 -03:30"), UncountedReason.DayOff),
                new(At("2010-11-08 00:00 -03:30"), At("2010-11-08 09:00 -03:30"), UncountedReason.OutsideHours),
            ],
            gaps);
    }
}
