using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

// Bugs that SLA timers elsewhere are known for.
public sealed class ClockBugsOfOthersTests
{
    [Fact]
    public void No_escalation_at_midnight_in_spite_of_nine_to_seventeen_hours()
    {
        var clock = ClockState.Start(Policy(4, "nine-to-five"), At("2026-11-20 16:30 +01:00"));

        // Six wall-clock hours later, at midnight and all weekend long, nothing happens.
        for (var hour = At("2026-11-20 18:00 +01:00"); hour < At("2026-11-23 10:30 +01:00"); hour = hour.AddHours(0.5))
        {
            Assert.Empty(clock.StepsDue(hour, Book));
            Assert.Equal(ClockStatus.OnTrack, clock.Status(hour, Book));
        }

        Assert.Equal(
            [At("2026-11-23 10:30 +01:00"), At("2026-11-23 11:42 +01:00"), At("2026-11-23 12:30 +01:00"), At("2026-11-23 14:30 +01:00")],
            clock.StepsDue(At("2026-11-24 00:00 +01:00"), Book).Select(step => step.At));
    }

    [Fact]
    public void Pause_time_is_kept_when_the_sla_changes()
    {
        var paused = ClockState.Start(Policy(4), Jst("2026-11-20 09:00")).Pause(Jst("2026-11-20 10:00"), "customer is away", Book);

        var changed = paused.ChangePolicy(Jst("2026-11-20 14:00"), Policy(6), Book);

        Assert.True(changed.IsPaused);
        Assert.Equal("customer is away", changed.PauseReason);
        Assert.Equal(TimeSpan.FromHours(1), changed.Elapsed(Jst("2026-11-20 16:00"), Book));
        Assert.Equal(Jst("2026-11-24 12:00"), changed.Resume(Jst("2026-11-20 16:00")).Due(Book));
        var pause = Assert.Single(changed.Resume(Jst("2026-11-20 16:00")).Explain(Jst("2026-11-20 16:00"), Book).SoFar.Uncounted);
        Assert.Equal((UncountedReason.Paused, TimeSpan.FromHours(6)), (pause.Reason, pause.Duration));
    }

    [Fact]
    public void Hold_time_is_not_added_twice_around_a_holiday()
    {
        // On hold from Friday noon until after the holiday on Monday: neither hold nor holiday may move the deadline a second time.
        var clock = ClockState.Start(Policy(8), Jst("2026-11-20 09:00"))
            .Pause(Jst("2026-11-20 12:00"), "hold", Book)
            .Resume(Jst("2026-11-24 09:00"));

        Assert.Equal(Jst("2026-11-24 15:00"), clock.Due(Book));
        var account = clock.Explain(Jst("2026-11-24 09:00"), Book);
        var hold = Assert.Single(account.SoFar.Uncounted);
        Assert.Equal((UncountedReason.Paused, "hold", Jst("2026-11-20 12:00"), Jst("2026-11-24 09:00")), (hold.Reason, hold.PauseReason, hold.From, hold.To));
        Assert.Equal(TimeSpan.FromHours(3), account.SoFar.Total);
    }

    [Fact]
    public void The_old_target_does_not_survive_a_change_of_team()
    {
        var clock = ClockState.Start(Policy(4), Jst("2026-11-20 09:00")).MarkDone(50);

        var moved = clock.ChangePolicy(Jst("2026-11-20 12:00"), Policy(7, "nine-to-five"), Book);

        // Three hours have elapsed in Tokyo; the four that are left are counted in Berlin, where it is four in the morning.
        Assert.Equal(At("2026-11-20 13:00 +01:00"), moved.Due(Book));
        Assert.Equal(At("2026-11-20 09:30 +01:00"), moved.NextStep(Book)!.At);
        Assert.DoesNotContain(Jst("2026-11-20 14:00"), moved.StepsDue(Jst("2026-12-20 00:00"), Book).Select(step => step.At));
    }

    [Fact]
    public void An_acknowledgement_after_the_end_does_not_reopen()
    {
        var stopped = ClockState.Start(Policy(4), Jst("2026-11-20 09:00")).Stop(Jst("2026-11-20 10:00"), Book);

        Assert.Same(stopped, stopped.Pause(Jst("2026-11-20 11:00"), "late click", Book).Resume(Jst("2026-11-20 11:30")));
    }
}
