using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Calendar = Ical.Net.Calendar;

namespace Baton.Handoffs.Sla;

/// <summary>
/// The all-day events of a calendar as RFC 5545 wants them (3.3.10, 3.6.1, 3.8.2.2, 3.8.4.4, 3.8.5: each date that belongs to a DTSTART of type DATE is a DATE).
/// Outlook and Exchange write some of them as instants, which the library compares with no day at all: a local midnight in UTC as the end of a series
/// (https://github.com/jens-maus/node-ical/pull/543), a midnight in a zone of Windows' for a date that is taken out of it
/// (https://github.com/jens-maus/node-ical/pull/456).
/// </summary>
internal static class AllDayEvents
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>
    /// A calendar without the meetings, in which what belongs to an all-day event is written as dates. A date of a series at which there is a meeting instead is taken
    /// out of it.
    /// </summary>
    /// <param name="read">What was read. Events that have no start, and changes of a whole rest of a series, stay as they are.</param>
    public static Calendar Of(Calendar read)
    {
        var zone = ZoneOf(read);
        var (meetings, kept) = (read.Events.Where(e => IsMeeting(e) && !IsChangeOfTheRest(e)).ToList(), read.Events.Where(e => !IsMeeting(e) || IsChangeOfTheRest(e)).ToList());
        foreach (var one in kept.Where(e => e.IsAllDay))
        {
            Straighten(one, zone);
            var instead = meetings.Where(m => one is { RecurrenceIdentifier: null, Uid: { } uid } && m.Uid == uid && m.RecurrenceIdentifier is not null);
            one.ExceptionDates.AddRange(instead.Select(m => DateOf(m.RecurrenceIdentifier!.StartTime, zone)));
        }

        // What is removed from its list by the library is the first that has the same UID, which every change of a series has.
        var calendar = new Calendar();
        kept.ForEach(calendar.Events.Add);
        return calendar;
    }

    /// <summary>Whether it changes its series from a date on, which the library does not carry out.</summary>
    /// <param name="one">An event.</param>
    public static bool IsChangeOfTheRest(CalendarEvent one) => one.RecurrenceIdentifier is { Range: not RecurrenceRange.ThisInstance };

    private static bool IsMeeting(CalendarEvent one) => one.DtStart is { HasTime: true };

    private static void Straighten(CalendarEvent one, string? zone)
    {
        if (one.DtEnd is { HasTime: true } end)
        {
            // An end within a day includes that day.
            var last = DateOf(end, zone);
            one.DtEnd = end.IsUtc || end.Time == TimeOnly.MinValue ? last : last.AddDays(1);
        }

        if (one.RecurrenceRule is { Until: { HasTime: true } until } rule)
        {
            rule.Until = DateOf(until, zone);
        }

        if (one.RecurrenceIdentifier is { StartTime: { HasTime: true } id, Range: var range })
        {
            one.RecurrenceIdentifier = new RecurrenceIdentifier(DateOf(id, zone), range);
        }

        var without = one.ExceptionDates.GetAllDates().ToList();
        one.ExceptionDates.Clear();
        one.ExceptionDates.AddRange(without.Select(date => DateOf(date, zone)));
        var more = one.RecurrenceDates.GetAllDates().Where(date => date.HasTime).ToList();
        more.ForEach(date => one.RecurrenceDates.Remove(date));
        one.RecurrenceDates.AddRange(more.Select(date => DateOf(date, zone)));
    }

    // A date in a zone is the one that is written there. An instant in UTC is a midnight of a place that may not be known: east of Greenwich that lies in the
    // second half of the day before, at a whole or half hour, and the last second of a day, which others write, does not.
    private static CalDateTime DateOf(CalDateTime written, string? zone)
    {
        if (!written.HasTime || !written.IsUtc)
        {
            return new CalDateTime(written.Date);
        }

        if (zone is not null)
        {
            return new CalDateTime(written.ToTimeZone(zone).Date);
        }

        var time = written.Time!.Value;
        var isMidnightInTheEast = time >= Noon && time is { Minute: 0 or 30, Second: 0 };
        return new CalDateTime(isMidnightInTheEast ? written.Date.AddDays(1) : written.Date);
    }

    /// <summary>Where the calendar is at home, if it says so in a name that is known.</summary>
    private static string? ZoneOf(Calendar calendar) => calendar.TimeZones.Select(zone => zone.TzId)
        .Prepend(calendar.Properties["X-WR-TIMEZONE"]?.Value as string)
        .OfType<string>()
        .FirstOrDefault(IsKnown);

    private static bool IsKnown(string zone)
    {
        try
        {
            _ = new CalDateTime(2000, 1, 1, 0, 0, 0, CalDateTime.UtcTzId).ToTimeZone(zone);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
