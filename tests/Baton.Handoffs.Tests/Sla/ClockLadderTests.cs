using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

public sealed class ClockLadderTests
{
    private static readonly DateTimeOffset Ten = Jst("2026-11-20 10:00");
    private static readonly ClockState Running = ClockState.Start(Policy(4), Ten);

    [Fact]
    public void Steps_fall_due_at_their_share_of_the_target_in_working_time()
    {
        var steps = Running.StepsDue(Jst("2026-11-25 00:00"), Book);

        Assert.Equal(
            [(50, Jst("2026-11-20 12:00")), (80, Jst("2026-11-20 14:12")), (100, Jst("2026-11-20 15:00")), (150, Jst("2026-11-20 17:00"))],
            steps.Select(step => (step.Step.Percent, step.At)));
    }

    [Fact]
    public void A_step_is_due_at_its_instant_and_not_before()
    {
        Assert.Empty(Running.StepsDue(Jst("2026-11-20 12:00").AddTicks(-1), Book));
        Assert.Single(Running.StepsDue(Jst("2026-11-20 12:00"), Book));
    }

    [Fact]
    public void A_step_that_is_done_is_not_due_again()
    {
        var nudged = Running.MarkDone(50);

        Assert.Empty(nudged.StepsDue(Jst("2026-11-20 12:00"), Book));
        Assert.Equal(80, nudged.NextStep(Book)!.Step.Percent);
    }

    [Fact]
    public void Taking_a_step_settles_the_lower_ones_so_that_nobody_is_flooded() =>
        Assert.Equal([50, 80, 100], Running.MarkDone(100).StepsDone);

    [Fact]
    public void After_the_last_step_nothing_is_next() => Assert.Null(Running.MarkDone(150).NextStep(Book));

    [Fact]
    public void A_paused_clock_takes_no_steps() =>
        Assert.Empty(Running.Pause(Jst("2026-11-20 16:00"), "x", Book).StepsDue(Jst("2026-11-20 16:00"), Book));

    [Fact]
    public void A_longer_target_puts_the_steps_of_the_old_one_back_into_the_future()
    {
        var longer = Running.MarkDone(50).ChangePolicy(Jst("2026-11-20 12:00"), Policy(8), Book);

        Assert.Equal((50, Jst("2026-11-20 15:00")), (longer.NextStep(Book)!.Step.Percent, longer.NextStep(Book)!.At));
    }

    [Fact]
    public void A_shorter_target_keeps_the_steps_that_were_taken()
    {
        var shorter = Running.MarkDone(50).ChangePolicy(Jst("2026-11-20 12:00"), Policy(2), Book);

        Assert.Equal([80, 100], shorter.StepsDue(Jst("2026-11-20 12:00"), Book).Select(step => step.Step.Percent));
    }
}
