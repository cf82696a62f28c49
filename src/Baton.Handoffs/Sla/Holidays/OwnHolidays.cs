namespace Baton.Handoffs.Sla;

/// <summary>Days off that an organisation names itself, such as a year-end break.</summary>
/// <param name="name">Name of the set.</param>
/// <param name="days">The dates with their names.</param>
public sealed class OwnHolidays(string name, IReadOnlyDictionary<DateOnly, HolidayName> days) : IHolidaySet
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public HolidayName? Find(DateOnly day) => days.GetValueOrDefault(day);
}
