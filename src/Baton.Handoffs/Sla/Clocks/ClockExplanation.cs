namespace Baton.Handoffs.Sla;

/// <summary>A clock's account of itself: what was counted, what was not and why, and how the deadline comes about.</summary>
/// <param name="SoFar">From the start until now, or until the clock stopped.</param>
/// <param name="Ahead">From now until <paramref name="Due"/>; empty when paused, stopped or past the target.</param>
/// <param name="Elapsed">Working time counted so far; the banked amounts prevail over <paramref name="SoFar"/> if a calendar was redefined since.</param>
/// <param name="Target">Working time allowed.</param>
/// <param name="Remaining">Working time left; negative once breached.</param>
/// <param name="Due">Instant at which the target is or was reached; null while nothing brings it nearer.</param>
/// <param name="Status">How the clock stands.</param>
public sealed record ClockExplanation(
    Timesheet SoFar,
    Timesheet Ahead,
    TimeSpan Elapsed,
    TimeSpan Target,
    TimeSpan Remaining,
    DateTimeOffset? Due,
    ClockStatus Status);
