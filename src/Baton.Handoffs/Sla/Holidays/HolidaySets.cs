namespace Baton.Handoffs.Sla;

/// <summary>Holiday sets that calendars may name. Immutable. Names are compared without regard to case.</summary>
/// <param name="sets">The sets.</param>
public sealed class HolidaySets(params IReadOnlyList<IHolidaySet> sets)
{
    /// <summary>The sets that need no configuration: <c>japan</c> and <c>us-federal</c>.</summary>
    public static HolidaySets BuiltIn { get; } = new(new JapanHolidays(), new UsFederalHolidays());

    /// <summary>Names of all sets.</summary>
    public IEnumerable<string> Names => sets.Select(set => set.Name);

    /// <summary>These sets and more, such as those read from iCalendar files.</summary>
    /// <param name="more">Further sets.</param>
    /// <returns>All sets.</returns>
    public HolidaySets With(params IEnumerable<IHolidaySet> more) => new([.. sets, .. more]);

    /// <summary>Finds a set.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The set, or null when none is called so.</returns>
    public IHolidaySet? Find(string name) => sets.FirstOrDefault(set => string.Equals(set.Name, name, StringComparison.OrdinalIgnoreCase));
}
