using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>How a period is named to people.</summary>
internal static class PeriodLabel
{
    /// <summary>A name with its days, such as <c>week 2026-W47 (Nov 16 – Nov 22)</c>.</summary>
    public static string Of(Texts texts, Period period) => period.Unit switch
    {
        PeriodUnit.Day => Date(texts, period.FirstDay),
        PeriodUnit.Week => texts.Format("PeriodWeek", IsoWeek.Of(period.FirstDay).Year, IsoWeek.Of(period.FirstDay).Number, Day(texts, period.FirstDay), Day(texts, period.LastDay)),
        PeriodUnit.Month => period.FirstDay.ToString(texts["MonthFormat"], texts.Culture),
        PeriodUnit.Quarter => texts.Format("PeriodQuarter", period.FirstDay.Year, ((period.FirstDay.Month - 1) / 3) + 1),
        PeriodUnit.Year => texts.Format("PeriodYear", period.FirstDay.Year),
        _ => texts.Format("PeriodRange", Date(texts, period.FirstDay), Date(texts, period.LastDay)),
    };

    /// <summary>Said while the period lasts.</summary>
    public static IEnumerable<Line> SoFar(Texts texts, Period period, DateTimeOffset now) =>
        now < period.To ? [Phrase.Of(texts, "SoFar", new Span.Moment(now, MomentStyle.DateAndTime))] : [];

    private static string Date(Texts texts, DateOnly day) => day.ToString(texts["DateFormat"], texts.Culture);

    private static string Day(Texts texts, DateOnly day) => day.ToString(texts["DayFormat"], texts.Culture);
}
