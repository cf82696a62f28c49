using Baton.Handoffs.Sla;
using NodaTime;

namespace Baton.Handoffs.Tests.Sla;

// A calendar as data, from which both the real one and the slow count are made.
internal sealed record CalendarModel(string Name, string Zone, IReadOnlyList<(IsoDayOfWeek Day, int Start, int End)> Shifts, IReadOnlySet<DateOnly> Holidays)
{
    public WorkingCalendar ToCalendar() => SlaFixture.Read(Name, new CalendarOptions
    {
        TimeZone = Zone,
        Holidays = [.. Holidays.Select(day => day.ToString("yyyy-MM-dd", null))],
        Hours = Shifts.GroupBy(shift => shift.Day).ToDictionary(day => day.Key.ToString(), day => day.Select(Text).ToArray()),
    });

    public override string ToString() =>
        $"{Zone} {string.Join(", ", Shifts.Select(shift => $"{shift.Day} {Text(shift)}"))} without {string.Join(", ", Holidays)}";

    private static string Text((IsoDayOfWeek Day, int Start, int End) shift) => $"{Clock(shift.Start)}-{Clock(shift.End > 1440 ? shift.End - 1440 : shift.End)}";

    private static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}
