using NodaTime;

namespace Baton.Handoffs.Funnel.Periods;

/// <summary>A period as somebody wrote it, before it is known when "now" is.</summary>
public abstract record PeriodExpression
{
    private PeriodExpression()
    {
    }

    /// <summary>What is meant when nothing is said.</summary>
    public static PeriodExpression ThisWeek { get; } = new Relative(PeriodUnit.Week, 0);

    /// <summary>What is meant by default where a week is too short to say anything.</summary>
    public static PeriodExpression ThisQuarter { get; } = new Relative(PeriodUnit.Quarter, 0);

    /// <summary>This unit, or one some units back: <c>last month</c>.</summary>
    public sealed record Relative(PeriodUnit Unit, int Back) : PeriodExpression;

    /// <summary>A unit named by its calendar: <c>2026-10</c>, <c>2026-W45</c>. <paramref name="Day"/> is any day in it.</summary>
    public sealed record Named(PeriodUnit Unit, DateOnly Day) : PeriodExpression;

    /// <summary>The latest month of that number that has begun: <c>10月</c>.</summary>
    public sealed record MonthOfYear(int Month) : PeriodExpression;

    /// <summary>From one period's first day to another's last.</summary>
    public sealed record Span(PeriodExpression From, PeriodExpression To) : PeriodExpression;

    /// <summary>Reads one in English or Japanese; null when the text is none.</summary>
    public static PeriodExpression? Parse(string text) => PeriodWords.Read(text);

    /// <summary>The days that are meant, at an instant and in a time zone.</summary>
    public Period In(DateTimeOffset now, DateTimeZone zone) => this switch
    {
        Relative relative => Period.Around(relative.Unit, Days.Of(now, zone), zone, relative.Back),
        Named named => Period.Around(named.Unit, named.Day, zone),
        MonthOfYear month => Latest(month.Month, Days.Of(now, zone), zone),
        Span span => Join(span.From.In(now, zone), span.To.In(now, zone), zone),
        _ => throw new InvalidOperationException($"No such period: {this}"),
    };

    private static Period Latest(int month, DateOnly today, DateTimeZone zone) =>
        Period.Around(PeriodUnit.Month, new DateOnly(month <= today.Month ? today.Year : today.Year - 1, month, 1), zone);

    private static Period Join(Period one, Period other, DateTimeZone zone)
    {
        var (first, last) = one.FirstDay <= other.FirstDay ? (one, other) : (other, one);
        return Period.Of(PeriodUnit.Range, first.FirstDay, last.LastDay > first.LastDay ? last.LastDay : first.LastDay, zone);
    }
}
