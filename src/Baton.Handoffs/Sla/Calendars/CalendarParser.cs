using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Baton.Handoffs.Sla;

// Reads a calendar's options and collects every error on the way.
internal sealed partial class CalendarParser(string name, CalendarOptions options, HolidaySets sets)
{
    private readonly List<OptionError> _errors = [];

    public CalendarResult Parse()
    {
        if (options.AlwaysOpen)
        {
            RefuseHoursOfAlwaysOpen();
            return _errors.Count == 0 ? new CalendarResult.Ok(WorkingCalendar.AlwaysOpen(name)) : new CalendarResult.Invalid(_errors);
        }

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.TimeZone ?? "");
        if (zone is null)
        {
            Fail("TimeZone", options.TimeZone, "an IANA time zone such as Asia/Tokyo");
        }

        var week = new WeekParser(Key("Hours"), _errors).Parse(options.Hours ?? []);
        var holidays = ParseHolidays();
        return _errors.Count == 0
            ? new CalendarResult.Ok(new WorkingCalendar(name, new Schedule(zone!, week, holidays)))
            : new CalendarResult.Invalid(_errors);
    }

    private void RefuseHoursOfAlwaysOpen()
    {
        if (options.Hours is { Count: > 0 })
        {
            Fail("Hours", string.Join(", ", options.Hours.Keys), "nothing, because AlwaysOpen is true; or AlwaysOpen false");
        }

        if (options.Holidays is { Length: > 0 })
        {
            Fail("Holidays", string.Join(", ", options.Holidays), "nothing, because AlwaysOpen is true; or AlwaysOpen false");
        }
    }

    private List<IHolidaySet> ParseHolidays()
    {
        var own = new Dictionary<DateOnly, HolidayName>();
        var found = new List<IHolidaySet> { new OwnHolidays(name, own) };
        foreach (var (index, entry) in (options.Holidays ?? []).Index())
        {
            var text = (entry ?? "").Trim();
            if (sets.Find(text) is { } set)
            {
                found.Add(set);
            }
            else if (OwnDay().Match(text) is { Success: true } match
                && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                own[day] = NameOf(match.Groups["name"].Value);
            }
            else
            {
                Fail($"Holidays:{index}", entry, $"a date such as 2026-12-29 or \"2026-12-29 Year end\", one of the sets {string.Join(", ", sets.Names)}, or the path of an iCalendar file that ends in .ics");
            }
        }

        return found;
    }

    private static HolidayName NameOf(string text) => text.Split(" / ", 2, StringSplitOptions.TrimEntries) switch
    {
        [""] => HolidayName.Unnamed,
        [var only] => new(only, only),
        var both => new(both[0], both[1]),
    };

    private string Key(string part) => $"Calendars:{name}:{part}";

    private void Fail(string part, string? value, string expected) => _errors.Add(new(Key(part), value ?? "", expected));

    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})(\s+(?<name>\S.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnDay();
}
