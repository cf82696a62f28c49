using NodaTime;

namespace Baton.Handoffs.Funnel.Periods;

/// <summary>Days of a time zone.</summary>
internal static class Days
{
    /// <summary>The day that an instant falls on.</summary>
    public static DateOnly Of(DateTimeOffset instant, DateTimeZone zone) => Instant.FromDateTimeOffset(instant).InZone(zone).Date.ToDateOnly();

    /// <summary>When a day begins: 0:00, or later where the clocks skip that hour.</summary>
    public static DateTimeOffset Start(DateOnly day, DateTimeZone zone) => LocalDate.FromDateOnly(day).AtStartOfDayInZone(zone).ToDateTimeOffset();
}
