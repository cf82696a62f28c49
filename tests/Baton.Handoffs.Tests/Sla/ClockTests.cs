using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Ten = Jst("2026-11-20 10:00");
    private static readonly ClockState Running = ClockState.Start(Policy(4), Ten);

    [Fact]
    public void A_new_clock_is_due_after_its_target_in_working_time()
    {
        Assert.Equal(Jst("2026-11-20 15:00"), Running.Due(Book));
        Assert.Equal(TimeSpan.FromHours(4), Running.Remaining(Ten, Book));
    }

    [Fact]
    public void A_clock_started_at_night_begins_to_count_in_the_morning()
    {
        var clock = ClockState.Start(Policy(4), Jst("2026-11-19 23:00"));

        Assert.Equal(TimeSpan.Zero, clock.Elapsed(Jst("2026-11-20 09:00"), Book));
        Assert.Equal(Jst("2026-11-20 14:00"), clock.Due(Book));
    }

    [Fact]
    public void A_paused_clock_stands_and_has_no_deadline()
    {
        var paused = Running.Pause(Ten.AddHours(1), "waiting for the customer", Book);

        Assert.Equal(TimeSpan.FromHours(1), paused.Elapsed(Ten.AddDays(9), Book));
        Assert.Null(paused.Due(Book));
        Assert.Null(paused.NextStep(Book));
        Assert.Equal("waiting for the customer", paused.PauseReason);
    }

    [Fact]
    public void A_second_pause_does_not_replace_the_reason_of_the_first()
    {
        var paused = Running.Pause(Ten.AddHours(1), "first", Book);

        Assert.Same(paused, paused.Pause(Ten.AddHours(2), "second", Book));
    }

    [Fact]
    public void A_resumed_clock_goes_on_from_where_it_stood()
    {
        var resumed = Running.Pause(Ten.AddHours(1), "x", Book).Resume(Jst("2026-11-20 13:00"));

        Assert.Equal(Jst("2026-11-20 16:00"), resumed.Due(Book));
        Assert.Null(resumed.PauseReason);
        Assert.Same(resumed, resumed.Resume(Ten.AddDays(1)));
    }

    [Fact]
    public void A_stopped_clock_cannot_be_moved_by_what_comes_later()
    {
        var stopped = Running.Stop(Ten.AddHours(1), Book);

        Assert.Same(stopped, stopped.Stop(Ten.AddHours(2), Book));
        Assert.Same(stopped, stopped.Pause(Ten.AddHours(2), "x", Book));
        Assert.Same(stopped, stopped.Resume(Ten.AddHours(2)));
        Assert.Same(stopped, stopped.ChangePolicy(Ten.AddHours(2), Policy(1), Book));
        Assert.Equal(Ten.AddHours(1), stopped.StoppedAt);
    }

    [Fact]
    public void Stopping_a_paused_clock_counts_nothing_more()
    {
        var stopped = Running.Pause(Ten.AddHours(1), "x", Book).Stop(Jst("2026-11-20 17:00"), Book);

        Assert.Equal(TimeSpan.FromHours(1), stopped.ElapsedBefore);
        Assert.Equal(Jst("2026-11-20 17:00"), stopped.StoppedAt);
        Assert.Null(stopped.PauseReason);
    }

    [Fact]
    public void A_reopened_clock_goes_on_without_the_time_in_between()
    {
        var reopened = Running.Stop(Ten.AddHours(1), Book).Reopen(Jst("2026-11-20 13:00"));

        Assert.True(reopened.IsRunning);
        Assert.Equal(Jst("2026-11-20 16:00"), reopened.Due(Book));
        Assert.Same(reopened, reopened.Reopen(Ten.AddDays(1)));
    }

    [Fact]
    public void A_time_before_the_last_change_counts_as_the_moment_of_that_change()
    {
        var skewed = Running.Pause(Ten.AddMinutes(-5), "x", Book);

        Assert.Equal(TimeSpan.Zero, skewed.ElapsedBefore);
        Assert.Equal(Ten, skewed.Resume(Ten.AddMinutes(-9)).RunningSince);
        Assert.Equal(Ten, skewed.Stop(Ten.AddMinutes(-9), Book).StoppedAt);
    }

    [Fact]
    public void A_policy_for_another_clock_is_refused() =>
        Assert.Throws<ArgumentException>(() => Running.ChangePolicy(Ten, Policy(4, kind: ClockKind.Contact), Book));

    [Fact]
    public void The_same_policy_again_changes_nothing() =>
        Assert.Same(Running, Running.ChangePolicy(Ten.AddHours(1), Policy(4), Book));

    [Fact]
    public void A_clock_can_be_moved_to_another_calendar_without_losing_what_has_elapsed()
    {
        var moved = Running.ChangePolicy(Ten.AddHours(1), Policy(4, "always"), Book);

        Assert.Equal(TimeSpan.FromHours(1), moved.Elapsed(Ten.AddHours(1), Book));
        Assert.Equal(Ten.AddHours(4), moved.Due(Book));
    }

    [Fact]
    public void A_calendar_that_is_no_longer_configured_gives_way_to_business_hours()
    {
        var orphan = ClockState.Start(Policy(4, "gone"), Jst("2026-11-20 17:00"));

        Assert.Equal(Jst("2026-11-24 12:00"), orphan.Due(Book));
    }

    [Theory]
    [InlineData("13:11", ClockStatus.OnTrack)]
    [InlineData("14:12", ClockStatus.AtRisk)]
    [InlineData("15:00", ClockStatus.AtRisk)]
    [InlineData("15:01", ClockStatus.Breached)]
    public void A_running_clock_is_at_risk_from_eighty_percent_and_breached_after_all(string time, ClockStatus expected) =>
        Assert.Equal(expected, Running.Status(Jst($"2026-11-20 {time}"), Book));

    [Theory]
    [InlineData("10:01", ClockStatus.Met)]
    [InlineData("15:00", ClockStatus.Met)]
    [InlineData("15:01", ClockStatus.Breached)]
    public void A_stopped_clock_is_met_up_to_its_target(string time, ClockStatus expected)
    {
        var stopped = Running.Stop(Jst($"2026-11-20 {time}"), Book);

        Assert.Equal(expected, stopped.Status(Jst("2027-01-01 00:00"), Book));
    }

    [Fact]
    public void A_deadline_that_has_passed_keeps_its_instant_when_the_clock_is_paused_and_stopped()
    {
        var late = Running.Pause(Ten.AddHours(1), "x", Book).Resume(Jst("2026-11-20 13:00")).Pause(Jst("2026-11-20 17:00"), "y", Book);

        Assert.Equal(Jst("2026-11-20 16:00"), late.Due(Book));
        Assert.Equal(Jst("2026-11-20 16:00"), late.Stop(Jst("2026-11-20 17:30"), Book).Due(Book));
    }

    [Fact]
    public void A_clock_paused_on_its_deadline_was_due_then_and_not_when_it_goes_on()
    {
        var resumed = Running.Pause(Jst("2026-11-20 15:00"), "x", Book).Resume(Jst("2026-11-20 17:00"));

        Assert.Equal(Jst("2026-11-20 15:00"), resumed.Due(Book));
    }
}
