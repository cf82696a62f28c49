using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace Baton.Handoffs.Funnel.Periods;

/// <summary>A week by ISO 8601: Monday to Sunday, numbered by the year that holds its Thursday. Written <c>2026-W47</c>.</summary>
[JsonConverter(typeof(IsoWeekJsonConverter))]
public readonly record struct IsoWeek : IComparable<IsoWeek>
{
    private const int FirstYear = 1900;
    private const int LastYear = 9000;

    private IsoWeek(int year, int number) => (Year, Number) = (year, number);

    /// <summary>The ISO year, which at its edges differs from the calendar's.</summary>
    public int Year { get; }

    /// <summary>1 to 53.</summary>
    public int Number { get; }

    /// <summary>Its Monday.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>The week that an instant falls in, in a time zone.</summary>
    public static IsoWeek Of(DateTimeOffset instant, DateTimeZone zone) => Of(Days.Of(instant, zone));

    /// <summary>The week of a day.</summary>
    public static IsoWeek Of(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return new IsoWeek(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    /// <summary>Reads <c>2026-W47</c>; throws <see cref="FormatException"/> for anything else.</summary>
    public static IsoWeek Parse(string text) =>
        TryParse(text, out var week) ? week : throw new FormatException($"'{text}' is not an ISO week such as 2026-W47.");

    /// <summary>Reads <c>2026-W47</c> of the years 1900 to 9000 and answers whether there is such a week.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IsoWeek week)
    {
        week = default;
        if (text is not { Length: 8 } || text[4] != '-' || (text[5] is not 'W' and not 'w')
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < FirstYear or > LastYear || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = new IsoWeek(year, number);
        return true;
    }

    /// <summary>The week some weeks later, or earlier for a negative number.</summary>
    public IsoWeek Plus(int weeks) => Of(Monday.AddDays(7 * weeks));

    /// <summary>The week after this one.</summary>
    public IsoWeek Next() => Plus(1);

    /// <summary>The week before this one.</summary>
    public IsoWeek Previous() => Plus(-1);

    /// <summary>From Monday 0:00 to the next Monday 0:00 in a time zone.</summary>
    public Period In(DateTimeZone zone) => Period.Of(PeriodUnit.Week, Monday, Monday.AddDays(6), zone);

    /// <inheritdoc />
    public int CompareTo(IsoWeek other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <summary>Whether one week is before another.</summary>
    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    /// <summary>Whether one week is after another.</summary>
    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    /// <summary>Whether one week is not after another.</summary>
    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one week is not before another.</summary>
    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{Number:D2}");
}
