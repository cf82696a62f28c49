namespace Baton.Handoffs.Sla;

/// <summary>A finished stretch during which a clock ran on one calendar. What it counted is banked and never counted again.</summary>
/// <param name="From">When the clock began to run, UTC.</param>
/// <param name="To">When it was paused, stopped or moved to another policy, UTC; never before <paramref name="From"/>.</param>
/// <param name="Calendar">Name of the calendar that applied.</param>
/// <param name="Counted">Working time that was banked; stays even if the calendar's definition changes afterwards.</param>
/// <param name="PauseReason">Why the clock was paused at <paramref name="To"/>; null when it was stopped or its policy changed.</param>
public sealed record ClockRun(DateTimeOffset From, DateTimeOffset To, string Calendar, TimeSpan Counted, string? PauseReason);
