using System.Globalization;
using Baton.Handoffs.Routing;
using NodaTime;

namespace Baton.Handoffs.Digests;

/// <summary>When the weekly summary is posted, and to whom. Section <c>Digests</c>.</summary>
public sealed class DigestOptions
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Digests";

    private const string TimePattern = "HH:mm";

    /// <summary>The review's IANA time zone: weeks begin and figures are counted in it. Default <c>Asia/Tokyo</c>.</summary>
    public string TimeZone { get; set; } = "Asia/Tokyo";

    /// <summary>The day, in English. Default <c>Friday</c>.</summary>
    public string Day { get; set; } = nameof(DayOfWeek.Friday);

    /// <summary>The time, <c>00:00</c> to <c>23:59</c>. Default <c>14:30</c>, half an hour before the review.</summary>
    public string Time { get; set; } = "14:30";

    /// <summary>The places that get it; none sends none.</summary>
    public IList<DigestRecipient> Recipients { get; set; } = [];

    /// <summary>What is wrong, one sentence each with the key, the value and what is allowed; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        Check(errors, ZoneOrNull() is not null, nameof(TimeZone), TimeZone, "an IANA time zone such as Asia/Tokyo");
        Check(errors, DayOrNull() is not null, nameof(Day), Day, "Monday to Sunday");
        Check(errors, TimeOrNull() is not null, nameof(Time), Time, "a time from 00:00 to 23:59");
        for (var i = 0; i < Recipients.Count; i++)
        {
            Check(errors, IsPlace(Recipients[i].Place), $"{nameof(Recipients)}:{i}:Place", Recipients[i].Place, "a platform and an id such as slack:C0123");
            Check(errors, Recipients[i].Locale is "en" or "ja", $"{nameof(Recipients)}:{i}:Locale", Recipients[i].Locale, "en or ja");
        }

        return errors;
    }

    /// <summary>The schedule that valid options describe; throws <see cref="InvalidOperationException"/> with all errors for others.</summary>
    public DigestSchedule Schedule() =>
        ZoneOrNull() is { } zone && DayOrNull() is { } day && TimeOrNull() is { } time
            ? new DigestSchedule(zone, day, time)
            : throw new InvalidOperationException(string.Join(' ', Validate()));

    private static void Check(List<string> errors, bool right, string key, string value, string allowed)
    {
        if (!right)
        {
            errors.Add($"{Section}:{key} is '{value}' but must be {allowed}.");
        }
    }

    private static bool IsPlace(string text)
    {
        try
        {
            return Place.Parse(text).Id.Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private DateTimeZone? ZoneOrNull() => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone);

    private DayOfWeek? DayOrNull() => Enum.GetValues<DayOfWeek>().Where(d => d.ToString() == Day).Select(d => (DayOfWeek?)d).FirstOrDefault();

    private TimeOnly? TimeOrNull() => TimeOnly.TryParseExact(Time, TimePattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
