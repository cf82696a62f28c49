using Baton.Handoffs.Sla;

namespace Baton.Bot.Composition;

/// <summary>Reads the iCalendar files that calendars name as their days off.</summary>
internal static class HolidayFiles
{
    private const string Extension = ".ics";
    private const long MostBytes = 4 << 20;

    /// <summary>The built-in sets and one for each file, named like its path. What cannot be read is told once and counts as empty.</summary>
    public static HolidaySets Read(IReadOnlyDictionary<string, CalendarOptions> calendars, List<string> errors)
    {
        var sets = new List<IHolidaySet>();
        foreach (var (key, path) in calendars.SelectMany(c => (c.Value.Holidays ?? []).Index().Select(h => (Key: $"Calendars:{c.Key}:Holidays:{h.Index}", Path: (h.Item ?? "").Trim()))))
        {
            if (path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !sets.Exists(s => string.Equals(s.Name, path, StringComparison.OrdinalIgnoreCase)))
            {
                sets.Add(Read(key, path, errors));
            }
        }

        return HolidaySets.BuiltIn.With(sets);
    }

    private static IHolidaySet Read(string key, string path, List<string> errors)
    {
        try
        {
            var size = new FileInfo(path).Length;
            if (size <= MostBytes)
            {
                switch (ICalendarHolidays.Parse(path, File.ReadAllText(path)))
                {
                    case HolidaySetResult.Ok ok:
                        return ok.Set;
                    case HolidaySetResult.Invalid invalid:
                        errors.AddRange(invalid.Errors.Select(error => $"{key}: {error}"));
                        break;
                }
            }
            else
            {
                errors.Add($"{key} is \"{path}\", which has {size} bytes; expected an iCalendar file of at most {MostBytes}");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add($"{key} is \"{path}\"; expected an iCalendar file that can be read: {error.Message}");
        }

        return new OwnHolidays(path, new Dictionary<DateOnly, HolidayName>());
    }
}
