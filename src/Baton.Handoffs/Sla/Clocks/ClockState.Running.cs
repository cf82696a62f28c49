namespace Baton.Handoffs.Sla;

// What happens to a clock. Every operation is pure and can be repeated: in a state where it means nothing, it changes nothing.
public sealed partial record ClockState
{
    /// <summary>Starts a clock.</summary>
    /// <param name="policy">Target, calendar and ladder that apply.</param>
    /// <param name="now">Start, any offset.</param>
    /// <returns>A running clock with nothing elapsed.</returns>
    public static ClockState Start(ClockPolicy policy, DateTimeOffset now)
    {
        var start = now.ToUniversalTime();
        return new(policy.Kind, start, TimeSpan.Zero, start, null, policy.Target, policy.Calendar, policy.Ladder, [], null);
    }

    /// <summary>Pauses a running clock; otherwise changes nothing, so that the first reason stays.</summary>
    /// <param name="now">When.</param>
    /// <param name="reason">Why, as people will read it.</param>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The paused clock.</returns>
    public ClockState Pause(DateTimeOffset now, string reason, CalendarBook calendars) =>
        IsRunning ? Bank(now, reason, calendars) with { RunningSince = null, PauseReason = reason } : this;

    /// <summary>Lets a paused clock run again; otherwise changes nothing.</summary>
    /// <param name="now">When. Taken as the moment of the pause if it lies before it.</param>
    /// <returns>The running clock.</returns>
    public ClockState Resume(DateTimeOffset now) =>
        IsPaused ? this with { RunningSince = NotBeforeLastRun(now), PauseReason = null } : this;

    /// <summary>Stops an open clock; otherwise changes nothing, so that a second stop cannot move the first.</summary>
    /// <param name="now">When.</param>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The stopped clock.</returns>
    public ClockState Stop(DateTimeOffset now, CalendarBook calendars)
    {
        if (IsStopped)
        {
            return this;
        }

        // A paused clock resumes for no time at all, so that its account can tell the pause from what comes after the stop.
        var banked = Resume(now).Bank(now, null, calendars);
        return banked with { RunningSince = null, StoppedAt = banked.RunningSince };
    }

    /// <summary>Opens a stopped clock again, because what stopped it was undone; otherwise changes nothing. The time in between is not counted.</summary>
    /// <param name="now">When.</param>
    /// <returns>The running clock.</returns>
    public ClockState Reopen(DateTimeOffset now) =>
        IsStopped ? this with { StoppedAt = null, RunningSince = NotBeforeLastRun(now) } : this;

    /// <summary>
    /// Puts an open clock under another policy: banks what has elapsed on the old calendar first, so that nothing is lost or invented.
    /// A pause stays a pause. Steps already taken stay taken unless the new target puts them back into the future.
    /// A stopped clock keeps the policy under which it stopped.
    /// </summary>
    /// <param name="now">When.</param>
    /// <param name="policy">The new policy, for the same kind of clock.</param>
    /// <param name="calendars">All calendars.</param>
    /// <returns>The clock under the new policy.</returns>
    /// <exception cref="ArgumentException">The policy is for another kind of clock.</exception>
    public ClockState ChangePolicy(DateTimeOffset now, ClockPolicy policy, CalendarBook calendars)
    {
        if (policy.Kind != Kind)
        {
            throw new ArgumentException($"A policy for {policy.Kind} cannot apply to a clock for {Kind}.", nameof(policy));
        }

        if (IsStopped || policy == Policy)
        {
            return this;
        }

        var banked = IsRunning ? Bank(now, null, calendars) : this;
        var changed = banked with { Target = policy.Target, Calendar = policy.Calendar, Ladder = policy.Ladder };
        return changed with { StepsDone = [.. StepsDone.Where(percent => changed.WorkingTimeAt(percent) <= changed.ElapsedBefore)] };
    }

    /// <summary>Records that a step was taken; all lower steps of the ladder count as taken too, so that nobody is flooded to catch up.</summary>
    /// <param name="percent">The step's percent.</param>
    /// <returns>The clock with the step done.</returns>
    public ClockState MarkDone(int percent) => this with
    {
        StepsDone = [.. Ladder.Select(step => step.Percent).Where(each => each <= percent).Append(percent).Union(StepsDone).Order()],
    };

    // Ends the current run at now and starts the next one there.
    private ClockState Bank(DateTimeOffset now, string? pauseReason, CalendarBook calendars)
    {
        var from = RunningSince!.Value;
        var to = Later(from, now.ToUniversalTime());
        var counted = calendars.Get(Calendar).WorkingTimeBetween(from, to);
        return this with
        {
            ElapsedBefore = ElapsedBefore + counted,
            RunningSince = to,
            Runs = [.. Runs, new ClockRun(from, to, Calendar, counted, pauseReason)],
        };
    }

    private DateTimeOffset NotBeforeLastRun(DateTimeOffset now) =>
        Later(Runs.Count == 0 ? StartedAt : Runs[^1].To, now.ToUniversalTime());

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
