using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>The part of an overview that is grouped by a dimension.</summary>
internal static class GroupSections
{
    /// <summary>The most groups that a card lists; the data has all.</summary>
    private const int Limit = 15;

    public static IEnumerable<CardSection> Of(OverviewFigures figures, FunnelScene scene)
    {
        if (figures.By is not { } by || figures.Groups.Count == 0)
        {
            return [];
        }

        var texts = scene.Texts;
        var listed = figures.Groups.Take(Limit).ToList();
        Line Name(GroupFigures group) => Labels.Group(texts, scene.Roster, by, group.Key);
        return
        [
            new CardSection.Heading(texts.Format("ByDimension", Labels.DimensionName(texts, by)), 2),
            .. by == Dimension.Rep ? OverviewReport.Notes([texts["NoRanking"]]) : [],
            new CardSection.Bars([.. listed.Select(g => new Bar(Name(g), g.Cohort.HandedOver, Shown.Count(texts, g.Cohort.HandedOver)))]),
            new CardSection.Grid(Columns(texts, by), [.. listed.Select(IReadOnlyList<Line> (g) => [Name(g), .. Cells(texts, g)])]),
            .. figures.Groups.Count > Limit ? OverviewReport.Notes([texts.Format("MoreRows", figures.Groups.Count - Limit)]) : [],
        ];
    }

    public static IEnumerable<Rate> RatesOf(GroupFigures group) => [group.Rates.Acceptance, group.Rates.FollowUp, group.Rates.Opportunity];

    private static IReadOnlyList<Column> Columns(Texts texts, Dimension by) =>
    [
        new(Labels.DimensionName(texts, by)),
        new(texts["StepHandedOver"], true),
        new(texts["RateAcceptance"], true),
        new(texts["RateFollowUp"], true),
        new(texts["RateOpportunity"], true),
        new(texts["ColumnWonInPeriod"], true),
        new(texts["WonAmount"], true),
    ];

    private static IEnumerable<Line> Cells(Texts texts, GroupFigures group) =>
    [
        Shown.Count(texts, group.Cohort.HandedOver),
        Shown.Rate(texts, group.Rates.Acceptance),
        Shown.Rate(texts, group.Rates.FollowUp),
        Shown.Rate(texts, group.Rates.Opportunity),
        Shown.Count(texts, group.Activity.Won),
        Shown.Amounts(texts, group.Activity.WonAmounts),
    ];
}
