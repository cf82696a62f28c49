using NodaTime;

namespace Baton.Handoffs.Tests.Sla;

// Counts working time the slow way, minute by minute, with nothing in common with the tables it checks.
// Local time never runs backwards here: in an hour that occurs twice, the wall clock waits at its latest reading.
internal static class MinuteCounter
{
    public static TimeSpan Count(CalendarModel calendar, DateTimeOffset from, DateTimeOffset to) =>
        TimeSpan.FromMinutes(OpenMinutes(calendar, from, to).Count(open => open));

    public static IEnumerable<bool> OpenMinutes(CalendarModel calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = DateTimeZoneProviders.Tzdb[calendar.Zone];
        var latest = default(LocalDateTime);
        for (var at = from.AddHours(-3); at < to; at = at.AddMinutes(1))
        {
            var local = Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
            latest = local > latest ? local : latest;
            if (at >= from)
            {
                yield return IsOpen(calendar, latest);
            }
        }
    }

    private static bool IsOpen(CalendarModel calendar, LocalDateTime local) =>
        Holds(calendar, local.Date, local) || Holds(calendar, local.Date.PlusDays(-1), local);

    private static bool Holds(CalendarModel calendar, LocalDate day, LocalDateTime local)
    {
        if (calendar.Holidays.Contains(day.ToDateOnly()))
        {
            return false;
        }

        var minute = (int)Period.Between(day.AtMidnight(), local, PeriodUnits.Minutes).Minutes;
        return calendar.Shifts.Any(shift => shift.Day == day.DayOfWeek && shift.Start <= minute && minute < shift.End);
    }
}
