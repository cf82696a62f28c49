using System.Collections.Concurrent;

namespace Baton.Handoffs.Sla;

/// <summary>All calendars by name. Immutable. Names are compared without regard to case.</summary>
public sealed class CalendarBook
{
    private readonly Dictionary<string, WorkingCalendar> _calendars;

    // A cache of pure results: a calendar is dear to make and remembers the years it was asked about.
    private readonly ConcurrentDictionary<string, WorkingCalendar> _fallbackIn = new(StringComparer.Ordinal);

    /// <summary>Makes a book.</summary>
    /// <param name="fallback">Calendar for names that are no longer configured, so that a handoff under way keeps working hours.</param>
    /// <param name="others">All other calendars; the last of one name wins.</param>
    public CalendarBook(WorkingCalendar fallback, params IEnumerable<WorkingCalendar> others)
    {
        Fallback = fallback;
        _calendars = new(StringComparer.OrdinalIgnoreCase) { [fallback.Name] = fallback };
        foreach (var calendar in others)
        {
            _calendars[calendar.Name] = calendar;
        }
    }

    /// <summary>The calendar that stands in for unknown names.</summary>
    public WorkingCalendar Fallback { get; }

    /// <summary>The fallback's hours and holidays for somebody who works in another time zone; the fallback itself when no such zone is known.</summary>
    /// <param name="timeZoneId">IANA time zone.</param>
    /// <returns>The calendar, the same one each time.</returns>
    public WorkingCalendar FallbackIn(string timeZoneId) => timeZoneId == Fallback.TimeZoneId
        ? Fallback
        : _fallbackIn.GetOrAdd(timeZoneId, static (zone, fallback) => fallback.InTimeZone(zone) ?? fallback, Fallback);

    /// <summary>Names of all calendars.</summary>
    public IReadOnlyCollection<string> Names => _calendars.Keys;

    /// <summary>Whether a calendar of this name is configured.</summary>
    /// <param name="name">Name of the calendar.</param>
    /// <returns>True when it is.</returns>
    public bool Knows(string name) => _calendars.ContainsKey(name);

    /// <summary>Finds a calendar.</summary>
    /// <param name="name">Name of the calendar.</param>
    /// <returns>The calendar, or <see cref="Fallback"/> when the name is unknown.</returns>
    public WorkingCalendar Get(string name) => _calendars.GetValueOrDefault(name, Fallback);
}
