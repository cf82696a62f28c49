namespace Baton.Handoffs.Sla;

/// <summary>A named set of days off. Implementations are immutable and answer for any day.</summary>
public interface IHolidaySet
{
    /// <summary>Name by which a calendar's options ask for the set.</summary>
    string Name { get; }

    /// <summary>Looks up one day, as a local date of the calendar that asks.</summary>
    /// <param name="day">The local date.</param>
    /// <returns>The holiday's name, or null on an ordinary day.</returns>
    HolidayName? Find(DateOnly day);

    /// <summary>Whether a local date is a holiday.</summary>
    /// <param name="day">The local date.</param>
    /// <returns>True on a holiday.</returns>
    bool IsHoliday(DateOnly day) => Find(day) is not null;
}
