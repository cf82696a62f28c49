using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Handoffs.Sla;

// One all-day event of an iCalendar file: its days, and until when it comes back each year.
internal sealed partial record ICalendarEvent(HolidayName Name, DateOnly From, DateOnly Until, DateOnly LastStart)
{
    public bool Covers(DateOnly day)
    {
        // An event over New Year may have begun the year before.
        for (var year = Math.Max(From.Year, day.Year - 1); year <= Math.Min(day.Year, LastStart.Year); year++)
        {
            var start = StartIn(year);
            if (start is { } from && from <= LastStart && from <= day && day.DayNumber - from.DayNumber < Until.DayNumber - From.DayNumber)
            {
                return true;
            }
        }

        return false;
    }

    public static ICalendarEvent? Parse(string key, IReadOnlyList<string> lines, List<OptionError> errors)
    {
        var start = Value(lines, "DTSTART");
        if (Value(lines, "STATUS") == "CANCELLED" || start.Contains('T', StringComparison.Ordinal))
        {
            return null;
        }

        if (Date(start) is not { } from)
        {
            errors.Add(new(key, $"DTSTART {start}", "a date such as DTSTART;VALUE=DATE:20261229"));
            return null;
        }

        var end = Value(lines, "DTEND");
        var until = end.Length == 0 ? from.AddDays(1) : Date(end);
        if (until is null || until <= from)
        {
            errors.Add(new(key, $"DTEND {end}", "a date after DTSTART, the first that is not part of the event"));
            return null;
        }

        var rule = Value(lines, "RRULE");
        var last = rule.Length == 0 ? from : LastOf(rule);
        if (last is null)
        {
            errors.Add(new(key, $"RRULE {rule}", "FREQ=YEARLY, with or without UNTIL; list other dates one by one"));
            return null;
        }

        var summary = Escaped().Replace(Value(lines, "SUMMARY"), match => match.Groups[1].Value is "n" or "N" ? " " : match.Groups[1].Value).Trim();
        return new(summary.Length == 0 ? HolidayName.Unnamed : new(summary, summary), from, until.Value, last.Value);
    }

    // The 29th of February comes back in leap years only.
    private DateOnly? StartIn(int year) =>
        From.Day <= DateTime.DaysInMonth(year, From.Month) ? new DateOnly(year, From.Month, From.Day) : null;

    private static DateOnly? LastOf(string rule)
    {
        var match = Yearly().Match(rule);
        return !match.Success ? null : match.Groups["until"].Success ? Date(match.Groups["until"].Value) : DateOnly.MaxValue;
    }

    private static string Value(IReadOnlyList<string> lines, string property) => lines
        .Where(line => line.StartsWith(property, StringComparison.OrdinalIgnoreCase) && line.Length > property.Length && line[property.Length] is ':' or ';')
        .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
        .FirstOrDefault("");

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^FREQ=YEARLY(;INTERVAL=1)?(;UNTIL=(?<until>\d{8})(T\d{6}Z?)?)?(;WKST=\w\w)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
