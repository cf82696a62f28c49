using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Baton.Handoffs.Funnel.Commands;

namespace Baton.Handoffs.Funnel.Periods;

/// <summary>How people write periods in English and Japanese.</summary>
internal static partial class PeriodWords
{
    /// <summary>The years that a period may lie in; far enough from the calendar's ends that no arithmetic leaves it.</summary>
    private const int FirstYear = 1970;
    private const int LastYear = 2999;

    private static readonly FrozenDictionary<string, PeriodExpression> Fixed = new Dictionary<string, PeriodExpression>
    {
        ["today"] = Back(PeriodUnit.Day, 0),
        ["今日"] = Back(PeriodUnit.Day, 0),
        ["本日"] = Back(PeriodUnit.Day, 0),
        ["yesterday"] = Back(PeriodUnit.Day, 1),
        ["昨日"] = Back(PeriodUnit.Day, 1),
        ["week"] = Back(PeriodUnit.Week, 0),
        ["this week"] = Back(PeriodUnit.Week, 0),
        ["今週"] = Back(PeriodUnit.Week, 0),
        ["last week"] = Back(PeriodUnit.Week, 1),
        ["先週"] = Back(PeriodUnit.Week, 1),
        ["先々週"] = Back(PeriodUnit.Week, 2),
        ["month"] = Back(PeriodUnit.Month, 0),
        ["this month"] = Back(PeriodUnit.Month, 0),
        ["今月"] = Back(PeriodUnit.Month, 0),
        ["last month"] = Back(PeriodUnit.Month, 1),
        ["先月"] = Back(PeriodUnit.Month, 1),
        ["先々月"] = Back(PeriodUnit.Month, 2),
        ["quarter"] = Back(PeriodUnit.Quarter, 0),
        ["this quarter"] = Back(PeriodUnit.Quarter, 0),
        ["今四半期"] = Back(PeriodUnit.Quarter, 0),
        ["last quarter"] = Back(PeriodUnit.Quarter, 1),
        ["前四半期"] = Back(PeriodUnit.Quarter, 1),
        ["先四半期"] = Back(PeriodUnit.Quarter, 1),
        ["year"] = Back(PeriodUnit.Year, 0),
        ["this year"] = Back(PeriodUnit.Year, 0),
        ["今年"] = Back(PeriodUnit.Year, 0),
        ["last year"] = Back(PeriodUnit.Year, 1),
        ["昨年"] = Back(PeriodUnit.Year, 1),
        ["去年"] = Back(PeriodUnit.Year, 1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words that stand for a period by themselves; a mistyped one is compared with these.</summary>
    public static IEnumerable<string> All => Fixed.Keys;

    /// <summary>Reads a period, or a span of two joined by <c>..</c>, <c>~</c> or <c>から</c>.</summary>
    public static PeriodExpression? Read(string text)
    {
        var word = CommandText.Normal(text);
        if (Simple(word) is { } simple)
        {
            return simple;
        }

        var ends = Joint().Split(word, 2);
        return ends.Length == 2 && Simple(ends[0]) is { } from && Simple(ends[1]) is { } to ? new PeriodExpression.Span(from, to) : null;
    }

    private static PeriodExpression? Simple(string word) => Fixed.GetValueOrDefault(word) ?? Week(word) ?? Calendar(word);

    private static PeriodExpression.Named? Week(string word) =>
        IsoWeek.TryParse(word, out var week) && InRange(week.Year) ? new PeriodExpression.Named(PeriodUnit.Week, week.Monday) : null;

    private static PeriodExpression? Calendar(string word)
    {
        if (Pattern().Match(word) is not { Success: true } match)
        {
            return null;
        }

        var (year, quarter, month, day) = (Number(match, "y"), Number(match, "q"), Number(match, "m"), Number(match, "d"));
        return (year, quarter, month, day) switch
        {
            (null, _, >= 1 and <= 12, null) => new PeriodExpression.MonthOfYear(month.Value),
            ({ } y, _, _, _) when !InRange(y) => null,
            ({ } y, { } q, _, _) => new PeriodExpression.Named(PeriodUnit.Quarter, new DateOnly(y, (q * 3) - 2, 1)),
            ({ } y, _, >= 1 and <= 12, { } d) when d >= 1 && d <= DateTime.DaysInMonth(y, month.Value) => new PeriodExpression.Named(PeriodUnit.Day, new DateOnly(y, month.Value, d)),
            ({ } y, _, >= 1 and <= 12, null) => new PeriodExpression.Named(PeriodUnit.Month, new DateOnly(y, month.Value, 1)),
            ({ } y, null, null, null) => new PeriodExpression.Named(PeriodUnit.Year, new DateOnly(y, 1, 1)),
            _ => null,
        };
    }

    private static bool InRange(int year) => year is >= FirstYear and <= LastYear;

    private static PeriodExpression.Relative Back(PeriodUnit unit, int back) => new(unit, back);

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?<y>[0-9]{4})|(?<y>[0-9]{4})-(?<m>[0-9]{1,2})(?:-(?<d>[0-9]{1,2}))?|(?<y>[0-9]{4})-?q(?<q>[1-4])|(?<y>[0-9]{4})年(?:第(?<q>[1-4])四半期|(?<m>[0-9]{1,2})月(?:(?<d>[0-9]{1,2})日)?)?|(?<m>[0-9]{1,2})月)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\s*(?:\.{2,}|…|~|〜|から)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
