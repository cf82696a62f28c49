namespace Baton.Handoffs.Sla;

/// <summary>What came of reading a holiday set from a file's text.</summary>
public abstract record HolidaySetResult
{
    private HolidaySetResult()
    {
    }

    /// <summary>The text was right.</summary>
    /// <param name="Set">The set it describes.</param>
    public sealed record Ok(IHolidaySet Set) : HolidaySetResult;

    /// <summary>The text was wrong.</summary>
    /// <param name="Errors">Every error found, at least one.</param>
    public sealed record Invalid(IReadOnlyList<OptionError> Errors) : HolidaySetResult;
}
