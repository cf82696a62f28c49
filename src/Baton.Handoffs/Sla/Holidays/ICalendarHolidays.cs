namespace Baton.Handoffs.Sla;

/// <summary>
/// Days off from an iCalendar file (RFC 5545), such as a company calendar exports. Every all-day event is a day off, over several days
/// and yearly too; events at a time of day and cancelled ones are none. A date written as a day off twice keeps its first name.
/// </summary>
public sealed class ICalendarHolidays : IHolidaySet
{
    private readonly IReadOnlyList<ICalendarEvent> _events;

    private ICalendarHolidays(string name, IReadOnlyList<ICalendarEvent> events)
    {
        Name = name;
        _events = events;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Reads the text of an iCalendar file.</summary>
    /// <param name="name">Name by which calendars will ask for the set; errors carry it as key.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The set, or every error: no calendar, a date that cannot be read, a recurrence other than yearly.</returns>
    public static HolidaySetResult Parse(string name, string text)
    {
        var errors = new List<OptionError>();
        var lines = Unfold(text);
        if (!lines.Contains("BEGIN:VCALENDAR"))
        {
            errors.Add(new(name, lines.Count == 0 ? "" : lines[0], "the text of an iCalendar file, which begins with BEGIN:VCALENDAR"));
        }

        var events = new List<ICalendarEvent>();
        for (var begin = lines.IndexOf("BEGIN:VEVENT"); begin >= 0; begin = lines.IndexOf("BEGIN:VEVENT", begin + 1))
        {
            var body = lines.Skip(begin + 1).TakeWhile(line => line != "END:VEVENT");
            if (ICalendarEvent.Parse(name, [.. body], errors) is { } found)
            {
                events.Add(found);
            }
        }

        return errors.Count == 0 ? new HolidaySetResult.Ok(new ICalendarHolidays(name, events)) : new HolidaySetResult.Invalid(errors);
    }

    /// <inheritdoc/>
    public HolidayName? Find(DateOnly day) => _events.FirstOrDefault(each => each.Covers(day))?.Name;

    // A line that begins with white space continues the one before (RFC 5545, section 3.1).
    private static List<string> Unfold(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0))
        {
            if (line[0] is ' ' or '\t' && lines.Count > 0)
            {
                lines[^1] += line[1..];
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
