using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel sla</c>: the clocks, both delays, and what is due next.</summary>
public static class SlaReport
{
    /// <summary>The answer.</summary>
    public static FunnelReport Of(FunnelCommand.Sla command, FunnelScene scene)
    {
        var texts = scene.Texts;
        var figures = SlaFigures.Count(scene.Facts, command.Period.In(scene.Now, scene.Zone), command.Filters, scene.Now);
        var title = texts.Format("SlaTitle", PeriodLabel.Of(texts, figures.Period));
        var summary = texts.Format("SlaSummary", title, Shown.Count(texts, figures.Clocks.Sum(c => c.Met)), Shown.Count(texts, figures.Clocks.Sum(c => c.AtRisk)), Shown.Count(texts, figures.Clocks.Sum(c => c.Breached)));
        IReadOnlyList<CardSection> sections =
        [
            new CardSection.Heading(title),
            .. OverviewReport.Notes([.. Labels.Filters(texts, figures.Filters), .. PeriodLabel.SoFar(texts, figures.Period, scene.Now)]),
            .. figures.Clocks.Count == 0 ? [new CardSection.Paragraph(texts["SlaEmpty"])] : new CardSection[] { Clocks(texts, figures.Clocks) },
            .. Shown.SmallSampleNote(texts, figures.Clocks.Select(c => c.Kept)),
            Delays(texts, figures),
            .. OverviewReport.Notes([texts["DelaysNote"]]),
            new CardSection.Heading(texts["DueNext"], 2),
            figures.NextDue.Count == 0 ? new CardSection.Paragraph(texts["DueNextEmpty"]) : OpenGrid.Of(scene, figures.NextDue),
        ];
        return FunnelReport.Of(texts, summary, sections, figures);
    }

    internal static CardSection.Grid Clocks(Texts texts, IReadOnlyList<ClockFigures> clocks) => new(
        [
            new Column(texts["ColumnClock"]), new Column(texts["StatusMet"], true), new Column(texts["StatusRunning"], true), new Column(texts["StatusAtRisk"], true),
            new Column(texts["StatusBreached"], true), new Column(texts["ColumnKept"], true), new Column(texts["ColumnMedian"], true), new Column(texts["ColumnP90"], true),
        ],
        [
            .. clocks.Select(IReadOnlyList<Line> (c) =>
            [
                Labels.Clock(texts, c.Clock), Shown.Count(texts, c.Met), Shown.Count(texts, c.Running), Shown.Count(texts, c.AtRisk),
                Shown.Count(texts, c.Breached), Shown.Rate(texts, c.Kept), Shown.Time(texts, c.Elapsed.Median), Shown.Time(texts, c.Elapsed.P90),
            ]),
        ]);

    internal static CardSection.FactList Delays(Texts texts, SlaFigures figures) => new(
    [
        new CardFact(texts["SystemDelay"], Delay(texts, figures.SystemDelay)),
        new CardFact(texts["HumanDelay"], Delay(texts, figures.HumanDelay)),
    ]);

    private static Line Delay(Texts texts, Distribution delay) => delay.Count == 0
        ? texts["Nothing"]
        : texts.Format("MedianAndP90", Shown.Time(texts, delay.Median), Shown.Time(texts, delay.P90), Shown.Count(texts, delay.Count));
}
