using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel reasons</c>: why leads were rejected, recycled or disqualified.</summary>
public static class ReasonsReport
{
    private const int Limit = 15;
    private const int ShortLimit = 5;

    /// <summary>The answer.</summary>
    public static FunnelReport Of(FunnelCommand.Reasons command, FunnelScene scene)
    {
        var texts = scene.Texts;
        var figures = ReasonFigures.Count(scene.Facts, command.Period.In(scene.Now, scene.Zone), command.By, command.Filters);
        var title = texts.Format("ReasonsTitle", PeriodLabel.Of(texts, figures.Period));
        var summary = texts.Format("ReasonsSummary", title, Shown.Count(texts, figures.Rejected), Shown.Count(texts, figures.Decided));
        IReadOnlyList<CardSection> sections =
        [
            new CardSection.Heading(title),
            .. OverviewReport.Notes([.. Labels.Filters(texts, figures.Filters), .. PeriodLabel.SoFar(texts, figures.Period, scene.Now)]),
            .. figures.Codes.Count == 0 ? [new CardSection.Paragraph(texts["ReasonsEmpty"])] : Body(figures, command.By, scene),
        ];
        return FunnelReport.Of(texts, summary, sections, figures);
    }

    /// <summary>Says that rejections were counted whose leads were offered again; nothing when there were none.</summary>
    internal static IEnumerable<Line> OfferedAgain(Texts texts, int rejections) => rejections == 0 ? [] : [texts.Format("OfferedAgain", rejections)];

    internal static CardSection.Bars ClassBars(Texts texts, IReadOnlyList<ClassCount> classes) =>
        new([.. classes.Select(c => new Bar(Labels.Class(texts, c.Class), c.Count, Shown.Count(texts, c.Count)))]);

    internal static CardSection.Grid GroupGrid(Texts texts, FunnelScene scene, Dimension dimension, IEnumerable<ReasonGroup> groups) => new(
        [
            new Column(Labels.DimensionName(texts, dimension)), new Column(texts["StepRejected"], true),
            new Column(texts["LeadQuality"], true), new Column(texts["DataQuality"], true), new Column(texts["ClassProcedural"], true), new Column(texts["AfterContact"], true),
        ],
        [
            .. groups.Select(IReadOnlyList<Line> (g) =>
            [
                Labels.Group(texts, scene.Roster, dimension, g.Key), Shown.Count(texts, g.Rejected),
                Shown.Rate(texts, g.LeadQuality), Shown.Rate(texts, g.DataQuality), Shown.Count(texts, g.Procedural), Shown.Count(texts, g.AfterContact),
            ]),
        ]);

    private static IEnumerable<CardSection> Body(ReasonFigures figures, Dimension? by, FunnelScene scene)
    {
        var texts = scene.Texts;
        return
        [
            new CardSection.FactList(
            [
                new CardFact(texts["RejectedOfDecided"], Shown.Rate(texts, new Rate(figures.Rejected, figures.Decided))),
                new CardFact(texts["LeadQuality"], Shown.Rate(texts, figures.LeadQuality)),
                new CardFact(texts["DataQuality"], Shown.Rate(texts, figures.DataQuality)),
            ]),
            .. OverviewReport.Notes([texts["ProceduralNote"], .. OfferedAgain(texts, figures.OfferedAgain)]),
            ClassBars(texts, figures.Classes),
            Codes(figures, scene),
            .. Grouped(figures, by, scene),
            .. Shown.SmallSampleNote(texts, [new Rate(figures.Rejected, figures.Decided), .. (by is null ? figures.BySource.Concat(figures.ByCampaign) : figures.Grouped).Select(g => g.LeadQuality)]),
        ];
    }

    private static CardSection.Grid Codes(ReasonFigures figures, FunnelScene scene)
    {
        var texts = scene.Texts;
        Line OfDecided(CodeCount code) => code.Class is ReasonClass.Recycle or ReasonClass.Disqualify
            ? texts["Nothing"]
            : Shown.Rate(texts, new Rate(code.Count, figures.Decided));
        return new CardSection.Grid(
            [new Column(texts["ColumnClass"]), new Column(texts["ColumnReason"]), new Column(texts["ColumnCount"], true), new Column(texts["ColumnOfDecided"], true)],
            [
                .. figures.Codes.Select(IReadOnlyList<Line> (c) =>
                    [Labels.Class(texts, c.Class), Labels.ReasonName(texts, scene.Reasons, c), Shown.Count(texts, c.Count), OfDecided(c)]),
            ]);
    }

    private static IEnumerable<CardSection> Grouped(ReasonFigures figures, Dimension? by, FunnelScene scene)
    {
        var texts = scene.Texts;
        IEnumerable<CardSection> Part(Dimension dimension, IReadOnlyList<ReasonGroup> groups, int limit) =>
        [
            new CardSection.Heading(texts.Format("ByDimension", Labels.DimensionName(texts, dimension)), 2),
            GroupGrid(texts, scene, dimension, groups.Take(limit)),
            .. groups.Count > limit ? OverviewReport.Notes([texts.Format("MoreRows", groups.Count - limit)]) : [],
        ];
        return by is { } asked
            ? Part(asked, figures.Grouped, Limit)
            : [.. Part(Dimension.Source, figures.BySource, ShortLimit), .. Part(Dimension.Campaign, figures.ByCampaign, ShortLimit)];
    }
}
