using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Dashboard;

/// <summary>What somebody wants to see, in the words of <c>/funnel</c>.</summary>
/// <param name="Text">Period and filters as typed; empty for the month that runs.</param>
/// <param name="Period">The period.</param>
/// <param name="By">What groups are grouped by.</param>
/// <param name="Filters">Which handoffs are counted.</param>
public sealed record DashboardQuery(string Text, PeriodExpression Period, Dimension By, IReadOnlyList<FactFilter> Filters)
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 500;

    // What is typed first counts, so this is the period of whoever types none.
    private const string Default = "this month";

    /// <summary>Reads one. Total: what cannot be read is answered with the word that is wrong.</summary>
    /// <param name="text">Period and filters in English or Japanese, such as <c>last month source=web</c>; a dimension among them counts before <paramref name="by"/>.</param>
    /// <param name="by">A dimension, such as <c>campaign</c>; null or empty for the source.</param>
    /// <param name="locale">In which language a word is suggested.</param>
    public static DashboardReading Read(string? text, string? by, string locale)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length > LongestText)
        {
            return new DashboardReading.Wrong(LeadText.OneLine(typed, 40), Usual(locale));
        }

        var dimension = string.IsNullOrWhiteSpace(by) ? null : DimensionWords.Find(by);
        if (dimension is null && !string.IsNullOrWhiteSpace(by))
        {
            return new DashboardReading.Wrong(by, Texts.Nearest(locale) == "ja" ? "流入元" : "source");
        }

        return FunnelParser.Parse($"{typed} {Default}", locale) switch
        {
            { Share: false, Command: FunnelCommand.Overview it } => new DashboardReading.Ok(new DashboardQuery(typed, it.Period, it.By ?? dimension ?? Dimension.Source, it.Filters)),
            { Command: FunnelCommand.Unknown unknown } => new DashboardReading.Wrong(unknown.Word, unknown.Command == CommandWord.Overview ? unknown.Nearest : Usual(locale)),
            _ => new DashboardReading.Wrong(typed, Usual(locale)),
        };
    }

    private static string Usual(string locale) => Texts.Nearest(locale) == "ja" ? "今月" : Default;
}

/// <summary>What came of reading a query.</summary>
public abstract record DashboardReading
{
    private DashboardReading()
    {
    }

    /// <summary>It could be read.</summary>
    public sealed record Ok(DashboardQuery Query) : DashboardReading;

    /// <summary>It could not.</summary>
    /// <param name="Word">What has no meaning here, as typed.</param>
    /// <param name="Nearest">What would have.</param>
    public sealed record Wrong(string Word, string Nearest) : DashboardReading;
}
