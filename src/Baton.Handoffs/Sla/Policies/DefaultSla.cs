namespace Baton.Handoffs.Sla;

/// <summary>The calendars and targets that apply where nothing is configured. Both are ordinary options, so that they read like the configuration they stand for.</summary>
public static class DefaultSla
{
    /// <summary>Name of the calendar of business hours; also stands in for calendars that are no longer configured.</summary>
    public const string BusinessCalendar = "business";

    /// <summary>Name of the calendar that counts all 24 hours of weekdays that are not holidays.</summary>
    public const string WeekdaysCalendar = "weekdays";

    /// <summary>Name of the calendar that counts every minute.</summary>
    public const string AlwaysCalendar = "always";

    /// <summary>Tier with the short target for accepting.</summary>
    public const string HotTier = "hot";

    /// <summary>Makes the default calendars: Tokyo, 09:00-18:00 or all 24 hours from Monday to Friday without Japan's holidays, and 24x7.</summary>
    /// <returns>Fresh options by name.</returns>
    public static Dictionary<string, CalendarOptions> Calendars() => new(StringComparer.OrdinalIgnoreCase)
    {
        [BusinessCalendar] = new() { TimeZone = "Asia/Tokyo", Hours = new() { ["mon-fri"] = ["09:00-18:00"] }, Holidays = ["japan"] },
        [WeekdaysCalendar] = new() { TimeZone = "Asia/Tokyo", Hours = new() { ["mon-fri"] = ["00:00-24:00"] }, Holidays = ["japan"] },
        [AlwaysCalendar] = new() { AlwaysOpen = true },
    };

    /// <summary>Makes the default rules of the three clocks.</summary>
    /// <returns>Fresh options in which nothing is left out.</returns>
    public static SlaOptions Rules() => new()
    {
        Accept = new()
        {
            Target = "4 hours",
            Calendar = BusinessCalendar,
            Ladder = ["50 owner", "80 owner", "100 owner+manager", "150 pool"],
            Tiers = new() { [HotTier] = new() { Target = "30 minutes" } },
        },
        Contact = new() { Target = "24 hours", Calendar = WeekdaysCalendar, Ladder = EndsWithManager() },
        Outcome = new() { Target = "5 business days", Calendar = BusinessCalendar, Ladder = EndsWithManager() },
    };

    private static string[] EndsWithManager() => ["50 owner", "80 owner", "100 owner+manager", "150 manager"];
}
