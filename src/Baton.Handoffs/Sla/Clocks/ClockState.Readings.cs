namespace Baton.Handoffs.Sla;

// What a clock shows. Readings never change it, and `now` is only ever what the caller passes.
public sealed partial record ClockState
{
    /// <summary>Working time counted so far.</summary>
    /// <param name="now">The present.</param>
    /// <param name="calendars">All calendars.</param>
    /// <returns>Zero or more; stands still while paused or stopped.</returns>
    public TimeSpan Elapsed(DateTimeOffset now, CalendarBook calendars) =>
        RunningSince is { } since ? ElapsedBefore + calendars.Get(Calendar).WorkingTimeBetween(since, now) : ElapsedBefore;

    /// <summary>Working time left.</summary>
    /// <param name="now">The present.</param>
    /// <param name="calendars">All calendars.</param>
    /// <returns>Target less elapsed; negative once breached.</returns>
    public TimeSpan Remaining(DateTimeOffset now, CalendarBook calendars) => Target - Elapsed(now, calendars);

    /// <summary>When the target is reached, or was.</summary>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The instant, UTC; null when the clock stands before the target, or its calendar has no more working time.</returns>
    public DateTimeOffset? Due(CalendarBook calendars) => InstantOf(Target, calendars);

    /// <summary>When the clock comes, or came, to be at risk.</summary>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The instant, UTC; null when the clock stands before it, or its calendar has no more working time.</returns>
    public DateTimeOffset? AtRisk(CalendarBook calendars) => InstantOf(WorkingTimeAt(AtRiskPercent), calendars);

    /// <summary>How the clock stands.</summary>
    /// <param name="now">The present.</param>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The status; a stopped clock is either met or breached. It does not know what stopped it: the handoff does, <see cref="Handoffs.Handoff.Explain"/>.</returns>
    public ClockStatus Status(DateTimeOffset now, CalendarBook calendars)
    {
        var elapsed = Elapsed(now, calendars);
        return this switch
        {
            _ when elapsed > Target => ClockStatus.Breached,
            { IsStopped: true } => ClockStatus.Met,
            _ when elapsed >= WorkingTimeAt(AtRiskPercent) => ClockStatus.AtRisk,
            _ => ClockStatus.OnTrack,
        };
    }

    /// <summary>The lowest step not taken yet.</summary>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The step and its instant, which may lie in the past; null when none is left or the clock does not run.</returns>
    public DueStep? NextStep(CalendarBook calendars) => StepsLeft(calendars).FirstOrDefault();

    /// <summary>
    /// All steps that are due and not taken yet, in ascending order. When several are, after an outage or a shorter target,
    /// take the last and <see cref="MarkDone"/> it: that settles the others too.
    /// </summary>
    /// <param name="now">The present.</param>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The steps; none while paused or stopped.</returns>
    public IReadOnlyList<DueStep> StepsDue(DateTimeOffset now, CalendarBook calendars) =>
        [.. StepsLeft(calendars).TakeWhile(step => step.At <= now)];

    /// <summary>Working time that stands for a percentage of the target.</summary>
    /// <param name="percent">Percent, zero or more.</param>
    /// <returns>The share of the target, to the tick.</returns>
    public TimeSpan WorkingTimeAt(int percent) => TimeSpan.FromTicks((long)((Int128)Target.Ticks * percent / 100));

    private IEnumerable<DueStep> StepsLeft(CalendarBook calendars)
    {
        if (!IsRunning)
        {
            yield break;
        }

        foreach (var step in Ladder.Where(step => !StepsDone.Contains(step.Percent)).OrderBy(step => step.Percent))
        {
            if (InstantOf(WorkingTimeAt(step.Percent), calendars) is not { } at)
            {
                yield break;
            }

            yield return new(step, at);
        }
    }

    // Looks through the finished runs first, so that a deadline that has passed keeps its instant across pauses and changes.
    private DateTimeOffset? InstantOf(TimeSpan workingTime, CalendarBook calendars)
    {
        var left = workingTime;
        foreach (var run in Runs)
        {
            if (left <= run.Counted)
            {
                return Earlier(calendars.Get(run.Calendar).Add(run.From, left) ?? run.To, run.To);
            }

            left -= run.Counted;
        }

        return RunningSince is { } since ? calendars.Get(Calendar).Add(since, left) : null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
