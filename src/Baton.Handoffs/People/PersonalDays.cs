using NodaTime;
using NodaTime.Extensions;

namespace Baton.Handoffs.People;

/// <summary>Days as a person lives them: in the person's own time zone.</summary>
public static class PersonalDays
{
    /// <summary>The day that it is for the person.</summary>
    public static DateOnly DayOf(Person person, DateTimeOffset instant) => instant.ToInstant().InZone(ZoneOf(person)).Date.ToDateOnly();

    /// <summary>The instant at which a day begins for the person, UTC.</summary>
    public static DateTimeOffset Begin(Person person, DateOnly day) => ZoneOf(person).AtStartOfDay(day.ToLocalDate()).ToInstant().ToDateTimeOffset();

    private static DateTimeZone ZoneOf(Person person) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.TimeZone) ?? DateTimeZone.Utc;
}
