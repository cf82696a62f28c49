using System.Globalization;
using Baton.Handoffs.Leads;
using NodaTime;

namespace Baton.Bot.Import;

/// <summary>Reads the times of a file: with an offset as they are, else in the file's zone.</summary>
public sealed class FileTimes(DateTimeZone zone, IReadOnlyList<string>? formats)
{
    private readonly string[] formats = [.. formats ?? DefaultFormats];

    /// <summary>How dates are usually written in exports: year first, or American. Day first is ambiguous and must be configured.</summary>
    public static IReadOnlyList<string> DefaultFormats { get; } =
    [
        "yyyy-MM-dd HH:mm", "MM/dd/yyyy", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy/M/d", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss",
        "M/d/yyyy", "M/d/yyyy H:mm", "M/d/yyyy h:mm tt",
    ];

    /// <summary>What would be right, in plain English.</summary>
    public string Rule => $"a date written as {string.Join(" or ", formats.Take(3))}, or an ISO 8601 time with its offset";

    /// <summary>Reads a time, as UTC. One that the zone skips or has twice (daylight saving) is moved or taken the first time.</summary>
    public bool TryParse(string text, out DateTimeOffset at)
    {
        text = text.Trim();
        if (DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            at = zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeOffset().ToUniversalTime();
            return true;
        }

        return LeadTime.TryParse(text, out at);
    }
}
