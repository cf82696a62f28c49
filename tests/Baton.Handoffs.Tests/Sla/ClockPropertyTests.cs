using Baton.Handoffs.Sla;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Sla;

public sealed class ClockPropertyTests
{
    // One thing that happens to a clock, a random while after the one before.
    private enum Act
    {
        Pause,
        Resume,
        MoveToOther,
        MoveBack,
        Retarget,
        Reopen,
        Stop,
    }

    private static readonly Gen<Life> Lives =
        from first in SlaGenerators.Calendar
        from second in SlaGenerators.Calendar
        from start in SlaGenerators.Instant
        from acts in Gen.NonEmptyListOf(
            from act in Gen.Frequency((6, Gen.Elements(Act.Pause, Act.Resume, Act.MoveToOther, Act.MoveBack, Act.Retarget)), (1, Gen.Elements(Act.Stop, Act.Reopen)))
            from minutes in Gen.Choose(0, 2 * 1440)
            select (act, minutes))
        select new Life(first with { Name = "first" }, second with { Name = "second" }, start, [.. acts.Take(8)]);

    [Fact]
    public void Whatever_happens_to_a_clock_it_has_counted_exactly_the_open_minutes_in_which_it_ran() => Check(life =>
    {
        var (clock, expected, now) = life.Live();
        return clock.Elapsed(now, life.Book) == expected;
    });

    [Fact]
    public void The_account_of_a_clock_adds_up_and_leaves_no_time_unexplained() => Check(life =>
    {
        var (clock, expected, now) = life.Live();
        var sheet = clock.Explain(now, life.Book).SoFar;
        var covered = sheet.Counted.Sum(each => each.Duration.Ticks) + sheet.Uncounted.Sum(each => each.Duration.Ticks);
        return sheet.Total == expected && covered == ((clock.StoppedAt ?? now) - clock.StartedAt).Ticks;
    });

    [Fact]
    public void The_deadline_of_a_running_clock_is_where_its_target_has_elapsed() => Check(life =>
    {
        var (clock, expected, now) = life.Live();
        return clock switch
        {
            { IsRunning: true } when clock.Due(life.Book) is { } due && due > now => clock.Elapsed(due, life.Book) == clock.Target,
            { IsRunning: true } => expected >= clock.Target,
            _ => clock.Due(life.Book) is null == expected < clock.Target,
        };
    });

    [Fact]
    public void A_step_is_due_exactly_when_its_share_of_the_target_has_elapsed() => Check(life =>
    {
        var (clock, expected, now) = life.Live();
        var due = clock.StepsDue(now, life.Book).Select(step => step.Step.Percent);
        var reached = clock.Ladder.Select(step => step.Percent).Where(percent => clock.IsRunning && clock.WorkingTimeAt(percent) <= expected);
        return due.SequenceEqual(reached);
    });

    private static void Check(Func<Life, bool> holds) => Prop.ForAll(Lives.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private sealed record Life(CalendarModel First, CalendarModel Second, DateTimeOffset Start, IReadOnlyList<(Act Act, int Minutes)> Acts)
    {
        public CalendarBook Book { get; } = new(First.ToCalendar(), Second.ToCalendar());

        // Plays the acts on a real clock, and beside it counts each stretch the slow way on the calendar that applied.
        public (ClockState Clock, TimeSpan Expected, DateTimeOffset Now) Live()
        {
            var clock = ClockState.Start(SlaFixture.Policy(40, First.Name), Start);
            var (expected, now) = (TimeSpan.Zero, Start);
            foreach (var (act, minutes) in Acts)
            {
                var next = now.AddMinutes(minutes);
                expected += clock.IsRunning ? MinuteCounter.Count(clock.Calendar == First.Name ? First : Second, now, next) : TimeSpan.Zero;
                now = next;
                clock = Do(clock, act, now);
            }

            return (clock, expected, now);
        }

        private ClockState Do(ClockState clock, Act act, DateTimeOffset now) => act switch
        {
            Act.Pause => clock.Pause(now, "paused", Book),
            Act.Resume => clock.Resume(now),
            Act.MoveToOther => clock.ChangePolicy(now, clock.Policy with { Calendar = Second.Name }, Book),
            Act.MoveBack => clock.ChangePolicy(now, clock.Policy with { Calendar = First.Name }, Book),
            Act.Retarget => clock.ChangePolicy(now, clock.Policy with { Target = clock.Target / 2 }, Book),
            Act.Reopen => clock.Reopen(now),
            Act.Stop => clock.Stop(now, Book),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }
}
