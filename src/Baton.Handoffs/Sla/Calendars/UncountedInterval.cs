namespace Baton.Handoffs.Sla;

/// <summary>A stretch of time that was not counted, and why.</summary>
/// <param name="From">First instant, inclusive, UTC.</param>
/// <param name="To">Last instant, exclusive, UTC.</param>
/// <param name="Reason">Why it was not counted.</param>
/// <param name="Holiday">Which holiday, when <paramref name="Reason"/> is <see cref="UncountedReason.Holiday"/>; otherwise null.</param>
/// <param name="PauseReason">What the person who paused wrote, when <paramref name="Reason"/> is <see cref="UncountedReason.Paused"/>; otherwise null.</param>
public sealed record UncountedInterval(
    DateTimeOffset From,
    DateTimeOffset To,
    UncountedReason Reason,
    HolidayName? Holiday = null,
    string? PauseReason = null)
{
    /// <summary>Length in elapsed time.</summary>
    public TimeSpan Duration => To - From;
}
