using System.Globalization;
using System.Runtime.Serialization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Calendar = Ical.Net.Calendar;

namespace Baton.Handoffs.Sla;

/// <summary>
/// Days off from an iCalendar file (RFC 5545), such as a company calendar exports. Every all-day event is a day off, over several days and as often as it comes back,
/// without the dates that are taken out of it and with those that are moved; events at a time of day and cancelled ones are none. A date written as a day off twice has one of the names.
/// </summary>
public sealed class ICalendarHolidays : IHolidaySet
{
    /// <summary>The first year of which days off are read.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year of which days off are read; what comes back for ever comes back until then.</summary>
    public const int LastYear = 2099;

    // A day off on every day of those years, and some twice.
    private const int MostDays = 50_000;

    private readonly Dictionary<DateOnly, HolidayName> days;

    private ICalendarHolidays(string name, Dictionary<DateOnly, HolidayName> days)
    {
        Name = name;
        this.days = days;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Reads the text of an iCalendar file.</summary>
    /// <param name="name">Name by which calendars will ask for the set; errors carry it as key.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The set, or what is wrong: no calendar, an event that cannot be read or has no day, or more days off than there are days.</returns>
    public static HolidaySetResult Parse(string name, string text)
    {
        if (Load(text) is not { } read)
        {
            return new HolidaySetResult.Invalid([new(name, Culprit(text), "the text of one iCalendar file (RFC 5545), from BEGIN:VCALENDAR to END:VCALENDAR, with dates such as DTSTART;VALUE=DATE:20261229")]);
        }

        var calendar = AllDayEvents.Of(read);
        var wrong = calendar.Events.Select(one => WrongWith(name, one)).OfType<OptionError>().ToList();
        return wrong.Count > 0 ? new HolidaySetResult.Invalid(wrong) : Days(name, calendar);
    }

    /// <inheritdoc/>
    public HolidayName? Find(DateOnly day) => days.GetValueOrDefault(day);

    private static HolidaySetResult Days(string name, Calendar calendar)
    {
        var days = new Dictionary<DateOnly, HolidayName>();
        var counted = 0;
        try
        {
            foreach (var (one, period) in Occurrences(calendar))
            {
                var (from, end) = (period.StartTime.Date, IsDayOff(one) ? period.EffectiveEndTime!.Date : period.StartTime.Date);
                counted += Math.Max(1, end.DayNumber - from.DayNumber);
                if (counted > MostDays)
                {
                    return new HolidaySetResult.Invalid([new(name, Summary(one), $"no more than {MostDays} days off until {LastYear}, counting one that is named twice twice")]);
                }

                for (var day = from; day < end; day = day.AddDays(1))
                {
                    days.TryAdd(day, NameOf(one));
                }
            }
        }
        catch (Exception error) when (error is EvaluationException or ArgumentException or InvalidOperationException)
        {
            return new HolidaySetResult.Invalid([new(name, Endless(calendar) ?? error.Message, "an event with an end, and a rule that has a next date or an end")]);
        }

        return new HolidaySetResult.Ok(new ICalendarHolidays(name, days));
    }

    private static IEnumerable<(CalendarEvent Event, Period Period)> Occurrences(Calendar calendar) => calendar
        .GetOccurrences<CalendarEvent>(new CalDateTime(FirstYear, 1, 1))
        .TakeWhile(o => o.Period.StartTime.Year <= LastYear)
        .Select(o => ((CalendarEvent)o.Source, o.Period));

    /// <summary>Which event has no end, or a rule without a next date: the library does not say.</summary>
    private static string? Endless(Calendar calendar)
    {
        foreach (var one in calendar.Events)
        {
            var alone = new Calendar();
            alone.Events.Add(one);
            try
            {
                _ = Occurrences(alone).Take(MostDays).Count();
            }
            catch (Exception error) when (error is EvaluationException or ArgumentException or InvalidOperationException)
            {
                return $"{Summary(one)} DTSTART {Shown(one.DtStart!)} RRULE {one.RecurrenceRule}";
            }
        }

        return null;
    }

    private static bool IsDayOff(CalendarEvent one) => one.IsAllDay && !string.Equals(one.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase);

    private static OptionError? WrongWith(string name, CalendarEvent one) => one switch
    {
        { DtStart: null } => new(name, $"{Summary(one)} without DTSTART", "a day such as DTSTART;VALUE=DATE:20261229"),
        _ when AllDayEvents.IsChangeOfTheRest(one) => new(name, $"{Summary(one)} RECURRENCE-ID;RANGE=THISANDFUTURE", "a series that ends, and another one for what comes after"),
        { DtEnd: { } end } when one.IsAllDay && end.Date <= one.DtStart.Date => new(name, $"DTEND {Shown(end)}", "a date after DTSTART, the first that is not part of the event"),
        { Duration: { } length } when one.IsAllDay && !IsWholeDays(length) => new(name, $"DURATION {length}", "one or more whole days or weeks, such as P1D"),
        { RecurrenceRule.Frequency: FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly } when one.IsAllDay => new(name, $"RRULE {one.RecurrenceRule}", "an all-day event that comes back daily or less often"),
        _ => null,
    };

    private static bool IsWholeDays(Duration length) =>
        length is { Sign: > 0, Hours: null or 0, Minutes: null or 0, Seconds: null or 0 } && length is { Weeks: > 0 } or { Days: > 0 };

    private static HolidayName NameOf(CalendarEvent one) => Summary(one) is { Length: > 0 } text ? new(text, text) : HolidayName.Unnamed;

    private static string Summary(CalendarEvent one) => string.Join(' ', (one.Summary ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shown(CalDateTime at) => at.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The calendar; null when the text is none, or one of its events cannot be read.</summary>
    private static Calendar? Load(string text)
    {
        try
        {
            return Calendar.Load(text.TrimStart('\uFEFF'));
        }
        catch (Exception error) when (error is SerializationException or ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Which event cannot be read, as it is written: the library does not say. The first line when it is none of them.</summary>
    private static string Culprit(string text)
    {
        const string begin = "BEGIN:VEVENT", end = "END:VEVENT";
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        while (from >= 0)
        {
            var to = text.IndexOf(end, from, StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : text.Length;
            var one = text[from..to];
            if (Load($"BEGIN:VCALENDAR\n{one}\nEND:VCALENDAR\n") is null)
            {
                return Line(one[begin.Length..].Replace(end, "", StringComparison.Ordinal));
            }

            from = text.IndexOf(begin, to, StringComparison.Ordinal);
        }

        return Line(text.Split('\n')[0]);
    }

    private static string Line(string text) => Chat.LeadText.OneLine(text, 200);
}
