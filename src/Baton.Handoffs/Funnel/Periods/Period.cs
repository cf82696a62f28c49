using System.Globalization;
using NodaTime;

namespace Baton.Handoffs.Funnel.Periods;

/// <summary>Whole days of the review's time zone that figures are counted over.</summary>
public sealed record Period
{
    private readonly DateTimeZone zone;

    private Period(PeriodUnit unit, DateOnly first, DateOnly last, DateTimeZone zone)
    {
        (Unit, FirstDay, LastDay, this.zone) = (unit, first, last, zone);
        (From, To) = (Days.Start(first, zone), Days.Start(last.AddDays(1), zone));
    }

    /// <summary>What sort it is.</summary>
    public PeriodUnit Unit { get; }

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Its last day, which belongs to it.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The first instant that belongs to it.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset To { get; }

    /// <summary>The IANA name of its time zone.</summary>
    public string TimeZone => zone.Id;

    /// <summary>The word that reads back as this period: <c>2026-11-20</c>, <c>2026-W47</c>, <c>2026-10</c>, <c>2026-Q3</c>, <c>2026</c> or <c>2026-10-01..2026-10-31</c>.</summary>
    public string Name => Unit switch
    {
        PeriodUnit.Day => Iso(FirstDay),
        PeriodUnit.Week => IsoWeek.Of(FirstDay).ToString(),
        PeriodUnit.Month => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{FirstDay.Year:D4}-Q{((FirstDay.Month - 1) / 3) + 1}"),
        PeriodUnit.Year => FirstDay.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => $"{Iso(FirstDay)}..{Iso(LastDay)}",
    };

    /// <summary>The zone itself.</summary>
    internal DateTimeZone Zone => zone;

    /// <summary>The period from one day to another, both included; the earlier one first, whichever way round they are given.</summary>
    public static Period Of(PeriodUnit unit, DateOnly first, DateOnly last, DateTimeZone zone) =>
        first <= last ? new Period(unit, first, last, zone) : new Period(unit, last, first, zone);

    /// <summary>The whole unit that a day lies in, some units back.</summary>
    public static Period Around(PeriodUnit unit, DateOnly day, DateTimeZone zone, int back = 0)
    {
        var first = unit switch
        {
            PeriodUnit.Week => IsoWeek.Of(day).Monday.AddDays(-7 * back),
            PeriodUnit.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(-back),
            PeriodUnit.Quarter => new DateOnly(day.Year, day.Month - ((day.Month - 1) % 3), 1).AddMonths(-3 * back),
            PeriodUnit.Year => new DateOnly(day.Year, 1, 1).AddYears(-back),
            _ => day.AddDays(-back),
        };
        return new Period(unit, first, LastOf(unit, first), zone);
    }

    /// <summary>Reads a period as people write it in a command, such as <c>last week</c>, <c>2026-Q3</c> or <c>先月</c>; null when it is none.</summary>
    public static Period? Parse(string text, DateTimeOffset now, DateTimeZone zone) =>
        PeriodExpression.Parse(text)?.In(now, zone);

    /// <summary>Whether an instant belongs to the period; nothing that never happened does.</summary>
    public bool Holds(DateTimeOffset? instant) => instant >= From && instant < To;

    /// <summary>The period of the same sort just before: the week before a week; as many days before a range.</summary>
    public Period Previous() => Unit == PeriodUnit.Range
        ? new Period(Unit, FirstDay.AddDays(FirstDay.DayNumber - LastDay.DayNumber - 1), FirstDay.AddDays(-1), zone)
        : Around(Unit, FirstDay, zone, back: 1);

    /// <summary>The periods before this one, nearest first; four of them are what a 4-week mean is taken over.</summary>
    public IReadOnlyList<Period> Preceding(int count)
    {
        var found = new List<Period>(count);
        for (var period = this; found.Count < count;)
        {
            found.Add(period = period.Previous());
        }

        return found;
    }

    /// <summary>
    /// The cohort weeks whose facts can hold anything that happened in the period, oldest first:
    /// its own weeks and so many before it (what was handed over then may have been won now).
    /// </summary>
    public IReadOnlyList<IsoWeek> CohortWeeks(int lookback)
    {
        var weeks = new List<IsoWeek>();
        for (var week = IsoWeek.Of(FirstDay).Plus(-lookback); week <= IsoWeek.Of(LastDay); week = week.Next())
        {
            weeks.Add(week);
        }

        return weeks;
    }

    private static DateOnly LastOf(PeriodUnit unit, DateOnly first) => unit switch
    {
        PeriodUnit.Week => first.AddDays(6),
        PeriodUnit.Month => first.AddMonths(1).AddDays(-1),
        PeriodUnit.Quarter => first.AddMonths(3).AddDays(-1),
        PeriodUnit.Year => first.AddYears(1).AddDays(-1),
        _ => first,
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
