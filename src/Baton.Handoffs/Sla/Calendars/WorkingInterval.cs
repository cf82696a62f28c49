namespace Baton.Handoffs.Sla;

/// <summary>A stretch of time that counts as working time.</summary>
/// <param name="From">First instant, inclusive, UTC.</param>
/// <param name="To">Last instant, exclusive, UTC.</param>
/// <param name="Calendar">Name of the calendar that counts it.</param>
/// <param name="Hours">The configured line that applies, for example <c>mon 09:00-12:00</c>, or <c>24x7</c>.</param>
public sealed record WorkingInterval(DateTimeOffset From, DateTimeOffset To, string Calendar, string Hours)
{
    /// <summary>Length in elapsed time: a day of 24 local hours lasts 23 or 25 when clocks change.</summary>
    public TimeSpan Duration => To - From;
}
