using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

public sealed class ClockExplanationTests
{
    [Fact]
    public void A_running_clock_explains_what_was_counted_and_how_the_deadline_comes_about()
    {
        var account = ClockState.Start(Policy(4), Jst("2026-11-20 16:00")).Explain(Jst("2026-11-20 17:00"), Book);

        Assert.Equal([new WorkingInterval(Jst("2026-11-20 16:00"), Jst("2026-11-20 17:00"), "business", "fri 13:00-18:00")], account.SoFar.Counted);
        Assert.Empty(account.SoFar.Uncounted);
        Assert.Equal(["fri 13:00-18:00", "tue 09:00-12:00"], account.Ahead.Counted.Select(interval => interval.Hours));
        Assert.Equal(
            [UncountedReason.OutsideHours, UncountedReason.DayOff, UncountedReason.Holiday, UncountedReason.OutsideHours],
            account.Ahead.Uncounted.Select(gap => gap.Reason));
        Assert.Equal(Jst("2026-11-24 11:00"), account.Due);
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(4)), (account.Elapsed, account.Remaining, account.Target));
        Assert.Equal(ClockStatus.OnTrack, account.Status);
    }

    [Fact]
    public void A_stopped_clock_has_nothing_ahead()
    {
        var account = ClockState.Start(Policy(4), Jst("2026-11-20 09:00")).Stop(Jst("2026-11-20 10:00"), Book).Explain(Jst("2026-12-01 00:00"), Book);

        Assert.Equal(TimeSpan.FromHours(1), account.SoFar.Total);
        Assert.Empty(account.SoFar.Uncounted);
        Assert.Same(Timesheet.Empty, account.Ahead);
        Assert.Equal(ClockStatus.Met, account.Status);
    }

    [Fact]
    public void A_clock_that_was_paused_stopped_and_reopened_tells_the_two_apart()
    {
        var clock = ClockState.Start(Policy(4), Jst("2026-11-20 09:00"))
            .Pause(Jst("2026-11-20 10:00"), "call back", Book)
            .Stop(Jst("2026-11-20 11:00"), Book)
            .Reopen(Jst("2026-11-20 11:30"));

        var gaps = clock.Explain(Jst("2026-11-20 12:00"), Book).SoFar.Uncounted;

        Assert.Equal(
            [
                new(Jst("2026-11-20 10:00"), Jst("2026-11-20 11:00"), UncountedReason.Paused, PauseReason: "call back"),
                new(Jst("2026-11-20 11:00"), Jst("2026-11-20 11:30"), UncountedReason.Stopped),
            ],
            gaps);
    }

    [Fact]
    public void A_paused_clock_shows_its_pause_up_to_now()
    {
        var account = ClockState.Start(Policy(4), Jst("2026-11-20 09:00")).Pause(Jst("2026-11-20 10:00"), "call back", Book).Explain(Jst("2026-11-21 10:00"), Book);

        Assert.Equal((UncountedReason.Paused, TimeSpan.FromDays(1)), (account.SoFar.Uncounted.Single().Reason, account.SoFar.Uncounted.Single().Duration));
        Assert.Null(account.Due);
    }

    [Fact]
    public void After_a_change_of_calendar_each_stretch_names_the_calendar_that_counted_it()
    {
        var clock = ClockState.Start(Policy(40), Jst("2026-11-20 17:00")).ChangePolicy(Jst("2026-11-20 18:00"), Policy(40, "always"), Book);

        var counted = clock.Explain(Jst("2026-11-20 20:00"), Book).SoFar.Counted;

        Assert.Equal([("business", "fri 13:00-18:00"), ("always", "24x7")], counted.Select(interval => (interval.Calendar, interval.Hours)));
    }
}
