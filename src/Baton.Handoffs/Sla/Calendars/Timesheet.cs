namespace Baton.Handoffs.Sla;

/// <summary>A span of time taken apart into what counts and what does not.</summary>
/// <param name="Counted">Working intervals in order, none overlapping.</param>
/// <param name="Uncounted">Everything between them in order, with reasons.</param>
public sealed record Timesheet(IReadOnlyList<WorkingInterval> Counted, IReadOnlyList<UncountedInterval> Uncounted)
{
    /// <summary>A timesheet of no time.</summary>
    public static Timesheet Empty { get; } = new([], []);

    /// <summary>Sum of the counted intervals.</summary>
    public TimeSpan Total => TimeSpan.FromTicks(Counted.Sum(interval => interval.Duration.Ticks));
}
