using NodaTime;

namespace Baton.Handoffs.Sla;

// Weekly hours in a time zone, less holidays: the rule from which tables of instants are made.
internal sealed class Schedule(DateTimeZone zone, IReadOnlyDictionary<IsoDayOfWeek, Shift[]> week, IReadOnlyList<IHolidaySet> holidays)
{
    public DateTimeZone Zone => zone;

    public TimeSpan LongestDay => TimeSpan.FromMinutes(week.Values.Select(shifts => shifts.Sum(shift => shift.Minutes)).DefaultIfEmpty().Max());

    public Schedule In(DateTimeZone other) => new(other, week, holidays);

    public bool HasHours(LocalDate day) => week.TryGetValue(day.DayOfWeek, out var shifts) && shifts.Length > 0;

    public IEnumerable<Shift> ShiftsOf(LocalDate day) => HasHours(day) && HolidayOn(day) is null ? week[day.DayOfWeek] : [];

    public HolidayName? HolidayOn(LocalDate day)
    {
        // DateOnly ends where DateTimeOffset does; no clock runs outside.
        if (day.Year is < 1 or > 9999)
        {
            return null;
        }

        var date = day.ToDateOnly();
        return holidays.Select(set => set.Find(date)).FirstOrDefault(name => name is not null);
    }

    // A local time that clocks skip becomes the instant of the change; one that occurs twice, its first occurrence.
    // So local order is never turned round, adjoining hours stay adjoining, and every elapsed minute is counted at most once.
    public Instant At(LocalDate day, int minute)
    {
        var local = day.PlusDays(minute / Shift.MinutesPerDay).AtMidnight().PlusMinutes(minute % Shift.MinutesPerDay);
        var mapped = zone.MapLocal(local);
        return mapped.Count == 0 ? mapped.EarlyInterval.End : mapped.First().ToInstant();
    }
}
