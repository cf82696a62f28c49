namespace Baton.Handoffs.Sla;

/// <summary>What came of reading a calendar from its options.</summary>
public abstract record CalendarResult
{
    private CalendarResult()
    {
    }

    /// <summary>The options were right.</summary>
    /// <param name="Calendar">The calendar they describe.</param>
    public sealed record Ok(WorkingCalendar Calendar) : CalendarResult;

    /// <summary>The options were wrong.</summary>
    /// <param name="Errors">Every error found, at least one.</param>
    public sealed record Invalid(IReadOnlyList<OptionError> Errors) : CalendarResult;
}
