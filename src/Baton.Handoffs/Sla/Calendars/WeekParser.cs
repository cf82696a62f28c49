using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Baton.Handoffs.Sla;

// Reads the weekly hours: days or ranges of days to local intervals.
internal sealed partial class WeekParser(string key, List<OptionError> errors)
{
    private const string ExpectedDays = "a day (mon, monday) or a range of days (mon-fri)";
    private const string ExpectedHours = "hours such as 09:00-12:00, 22:00-06:00 into the next day, or 00:00-24:00";

    private readonly Dictionary<IsoDayOfWeek, Shift[]> _week = [];

    public IReadOnlyDictionary<IsoDayOfWeek, Shift[]> Parse(IReadOnlyDictionary<string, string[]> hours)
    {
        foreach (var (days, intervals) in hours)
        {
            ParseDays(days, intervals ?? []);
        }

        if (errors.Count == 0 && _week.Values.All(shifts => shifts.Length == 0))
        {
            errors.Add(new(key, "", "working hours on at least one day, such as mon-fri with 09:00-18:00; or AlwaysOpen true"));
        }

        RefuseOverlaps();
        return _week;
    }

    private void ParseDays(string text, string[] intervals)
    {
        var days = DaysOf(text);
        if (days.Count == 0)
        {
            errors.Add(new($"{key}:{text}", text, ExpectedDays));
        }

        var spans = intervals.Select((interval, index) => Parse(interval ?? "", $"{key}:{text}:{index}")).OfType<(int Start, int End, string Text)>().ToList();
        foreach (var day in days)
        {
            var shifts = spans.Select(span => new Shift(span.Start, span.End, $"{Short(day)} {span.Text}")).OrderBy(shift => shift.Start).ToArray();
            if (!_week.TryAdd(day, shifts))
            {
                errors.Add(new($"{key}:{text}", text, $"each day once; {Short(day)} is named twice"));
            }
        }
    }

    private (int Start, int End, string Text)? Parse(string text, string at)
    {
        var match = Hours().Match(text);
        int Minutes(string hour, string minute) =>
            int.Parse(match.Groups[hour].Value, CultureInfo.InvariantCulture) * 60 + int.Parse(match.Groups[minute].Value, CultureInfo.InvariantCulture);

        if (match.Success && Minutes("h1", "m1") is < Shift.MinutesPerDay and var start && Minutes("h2", "m2") is <= Shift.MinutesPerDay and var end && start != end)
        {
            return (start, end > start ? end : end + Shift.MinutesPerDay, text.Trim());
        }

        errors.Add(new(at, text, ExpectedHours));
        return null;
    }

    private static IReadOnlyList<IsoDayOfWeek> DaysOf(string text)
    {
        var ends = text.Split('-', StringSplitOptions.TrimEntries).Select(DayOf).ToList();
        if (ends.Count > 2 || ends.Contains(IsoDayOfWeek.None))
        {
            return [];
        }

        var length = ((int)ends[^1] - (int)ends[0] + 7) % 7 + 1;
        return [.. Enumerable.Range(0, length).Select(step => (IsoDayOfWeek)(((int)ends[0] - 1 + step) % 7 + 1))];
    }

    private static IsoDayOfWeek DayOf(string text) => Enum.GetValues<IsoDayOfWeek>()
        .FirstOrDefault(day => day != IsoDayOfWeek.None
            && (text.Equals(Short(day), StringComparison.OrdinalIgnoreCase) || text.Equals(day.ToString(), StringComparison.OrdinalIgnoreCase)));

    private static string Short(IsoDayOfWeek day) => day.ToString()[..3].ToLowerInvariant();

    private void RefuseOverlaps()
    {
        var line = _week.OrderBy(each => each.Key)
            .SelectMany(each => each.Value.Select(shift => (shift, Offset: ((int)each.Key - 1) * Shift.MinutesPerDay)))
            .ToList();

        // The week is a ring: Sunday's night shift runs into Monday.
        foreach (var (index, (shift, offset)) in line.Index())
        {
            var last = index == line.Count - 1;
            var (next, nextOffset) = line[last ? 0 : index + 1];
            if (shift.End + offset > next.Start + nextOffset + (last ? 7 * Shift.MinutesPerDay : 0))
            {
                errors.Add(new(key, $"{shift.Label} and {next.Label}", "hours that do not overlap"));
            }
        }
    }

    [GeneratedRegex(@"^\s*(?<h1>\d{1,2}):(?<m1>[0-5]\d)\s*-\s*(?<h2>\d{1,2}):(?<m2>[0-5]\d)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
