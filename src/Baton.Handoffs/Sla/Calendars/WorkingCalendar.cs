using System.Collections.Concurrent;
using NodaTime;

namespace Baton.Handoffs.Sla;

/// <summary>
/// Which time counts as working time. Immutable, safe to share between threads. All instants may carry any offset; results are in UTC.
/// A shift belongs, whole, to the local day on which it starts: that day's weekday and holidays decide about it.
/// Time is elapsed time: when clocks change, a night shift is an hour shorter or longer.
/// </summary>
public sealed partial class WorkingCalendar
{
    /// <summary>How far ahead a calendar is searched for working time, in years.</summary>
    public const int HorizonYears = 10;

    private readonly Schedule? _schedule;

    // A cache of pure results: two threads that fill one entry write the same table.
    private readonly ConcurrentDictionary<int, YearTable> _years = [];

    internal WorkingCalendar(string name, Schedule? schedule)
    {
        Name = name;
        _schedule = schedule;
    }

    /// <summary>Name by which policies refer to the calendar.</summary>
    public string Name { get; }

    /// <summary>IANA time zone in which hours and holidays are meant; <c>Etc/UTC</c> when always open.</summary>
    public string TimeZoneId => _schedule?.Zone.Id ?? "Etc/UTC";

    /// <summary>Hours of a full working day: those of the weekday that has most. A target of N business days is N times this.</summary>
    public TimeSpan FullDay => _schedule?.LongestDay ?? TimeSpan.FromDays(1);

    /// <summary>A calendar that counts every minute.</summary>
    /// <param name="name">Name of the calendar.</param>
    /// <returns>The calendar.</returns>
    public static WorkingCalendar AlwaysOpen(string name) => new(name, null);

    /// <summary>Reads a calendar from configuration.</summary>
    /// <param name="name">Name of the calendar; errors name its keys under <c>Calendars:&lt;name&gt;</c>.</param>
    /// <param name="options">What is configured.</param>
    /// <param name="sets">Holiday sets the options may name; the built-in ones when null.</param>
    /// <returns>The calendar, or every error.</returns>
    public static CalendarResult Parse(string name, CalendarOptions options, HolidaySets? sets = null) =>
        new CalendarParser(name, options, sets ?? HolidaySets.BuiltIn).Parse();

    /// <summary>The same hours and holidays in another time zone, as for a person who works elsewhere.</summary>
    /// <param name="timeZoneId">IANA time zone.</param>
    /// <returns>The calendar, or null when no such zone is known.</returns>
    public WorkingCalendar? InTimeZone(string timeZoneId) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZoneId) is { } zone ? new(Name, _schedule?.In(zone)) : null;

    /// <summary>Counts working time.</summary>
    /// <param name="from">Begin, inclusive.</param>
    /// <param name="to">End, exclusive.</param>
    /// <returns>Working time between the two; zero when the end is not after the begin.</returns>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            return TimeSpan.Zero;
        }

        if (_schedule is null)
        {
            return to - from;
        }

        var (first, last) = (from.UtcDateTime.Year, to.UtcDateTime.Year);
        var worked = Year(last).WorkedBefore(to.UtcTicks) - Year(first).WorkedBefore(from.UtcTicks);
        for (var year = first; year < last; year++)
        {
            worked += Year(year).Total;
        }

        return TimeSpan.FromTicks(worked);
    }

    /// <summary>Finds the earliest instant by which an amount of working time has passed; the inverse of <see cref="WorkingTimeBetween"/>.</summary>
    /// <param name="from">Begin.</param>
    /// <param name="workingTime">Amount of working time, zero or more; zero gives the begin itself.</param>
    /// <returns>The instant, or null when it lies more than <see cref="HorizonYears"/> ahead.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public DateTimeOffset? Add(DateTimeOffset from, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);
        if (workingTime == TimeSpan.Zero)
        {
            return from.ToUniversalTime();
        }

        var horizon = Horizon(from);
        if (_schedule is null)
        {
            return workingTime <= horizon - from ? from.ToUniversalTime() + workingTime : null;
        }

        var wanted = Year(from.UtcDateTime.Year).WorkedBefore(from.UtcTicks) + workingTime.Ticks;
        for (var year = from.UtcDateTime.Year; year <= horizon.Year; year++)
        {
            var table = Year(year);
            if (wanted <= table.Total)
            {
                var instant = Utc(table.InstantAt(wanted));
                return instant <= horizon ? instant : null;
            }

            wanted -= table.Total;
        }

        return null;
    }

    /// <summary>Finds when the calendar is open next.</summary>
    /// <param name="at">Begin of the search.</param>
    /// <returns>The instant itself when open, otherwise the next opening; null when it does not open within <see cref="HorizonYears"/>.</returns>
    public DateTimeOffset? NextOpen(DateTimeOffset at)
    {
        if (_schedule is null)
        {
            return at.ToUniversalTime();
        }

        var horizon = Horizon(at);
        for (var year = at.UtcDateTime.Year; year <= horizon.Year; year++)
        {
            var table = Year(year);
            var index = table.IndexAfter(at.UtcTicks);
            if (index < table.Count)
            {
                var opening = Utc(Math.Max(at.UtcTicks, table.Row(index).Start));
                return opening <= horizon ? opening : null;
            }
        }

        return null;
    }

    /// <summary>Whether an instant is working time. The end of an interval is not.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>True when it counts.</returns>
    public bool IsOpen(DateTimeOffset at) => NextOpen(at) == at;

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);

    private static DateTimeOffset Horizon(DateTimeOffset from) =>
        from.UtcDateTime.Year + HorizonYears > DateTimeOffset.MaxValue.Year ? DateTimeOffset.MaxValue : from.ToUniversalTime().AddYears(HorizonYears);

    private YearTable Year(int year) => _years.GetOrAdd(year, static (key, schedule) => YearTable.Build(schedule, key), _schedule!);
}
