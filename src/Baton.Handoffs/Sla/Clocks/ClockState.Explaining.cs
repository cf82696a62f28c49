namespace Baton.Handoffs.Sla;

// How a clock accounts for itself.
public sealed partial record ClockState
{
    /// <summary>Lists what was counted and what was not, with reasons, and how the deadline comes about.</summary>
    /// <param name="now">The present.</param>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The account, from the start to now or the stop, and ahead to the deadline.</returns>
    public ClockExplanation Explain(DateTimeOffset now, CalendarBook calendars)
    {
        var due = Due(calendars);
        var ahead = IsRunning && due > now ? calendars.Get(Calendar).Timesheet(Later(RunningSince!.Value, now), due.Value) : Timesheet.Empty;
        return new(SoFar(now, calendars), ahead, Elapsed(now, calendars), Target, Remaining(now, calendars), due, Status(now, calendars));
    }

    private Timesheet SoFar(DateTimeOffset now, CalendarBook calendars)
    {
        var counted = new List<WorkingInterval>();
        var uncounted = new List<UncountedInterval>();
        ClockRun? before = null;
        foreach (var run in RunsUntil(now.ToUniversalTime()))
        {
            if (before is not null)
            {
                uncounted.AddRange(Between(before, run.From));
            }

            var sheet = calendars.Get(run.Calendar).Timesheet(run.From, run.To);
            counted.AddRange(sheet.Counted);
            uncounted.AddRange(sheet.Uncounted);
            before = run;
        }

        if (before is not null && !IsRunning)
        {
            uncounted.AddRange(Between(before, StoppedAt ?? now.ToUniversalTime()));
        }

        return new(counted, uncounted);
    }

    private IEnumerable<ClockRun> RunsUntil(DateTimeOffset now) =>
        RunningSince is { } since ? Runs.Append(new ClockRun(since, now, Calendar, TimeSpan.Zero, null)) : Runs;

    private static IEnumerable<UncountedInterval> Between(ClockRun run, DateTimeOffset next)
    {
        if (next > run.To)
        {
            yield return run.PauseReason is null
                ? new(run.To, next, UncountedReason.Stopped)
                : new(run.To, next, UncountedReason.Paused, PauseReason: run.PauseReason);
        }
    }
}
