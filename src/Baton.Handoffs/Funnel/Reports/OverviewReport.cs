using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel</c>: what happened in a period, and where those handed over in it stand.</summary>
public static class OverviewReport
{
    /// <summary>The answer.</summary>
    public static FunnelReport Of(FunnelCommand.Overview command, FunnelScene scene)
    {
        var period = command.Period.In(scene.Now, scene.Zone);
        return Of(OverviewFigures.Count(scene.Facts, period, command.By, command.Filters, scene.Now), scene);
    }

    /// <summary>The answer made of figures that were counted before, such as those of closed weeks.</summary>
    public static FunnelReport Of(OverviewFigures figures, FunnelScene scene)
    {
        var texts = scene.Texts;
        var title = texts.Format("OverviewTitle", PeriodLabel.Of(texts, figures.Period));
        var summary = texts.Format("OverviewSummary", title, Shown.Count(texts, figures.Activity.HandedOver), Shown.Count(texts, figures.Activity.Accepted), Shown.Count(texts, figures.Activity.Won));
        IReadOnlyList<CardSection> sections =
        [
            new CardSection.Heading(title),
            .. Notes([.. Labels.Filters(texts, figures.Filters), .. PeriodLabel.SoFar(texts, figures.Period, scene.Now)]),
            .. IsEmpty(figures) ? [new CardSection.Paragraph(texts["OverviewEmpty"])] : Body(figures, texts),
            .. GroupSections.Of(figures, scene),
        ];
        return FunnelReport.Of(texts, summary, sections, figures);
    }

    internal static IEnumerable<CardSection> Notes(IReadOnlyList<Line> lines) => lines.Count == 0 ? [] : [new CardSection.Paragraph(lines, Tone.Muted)];

    private static bool IsEmpty(OverviewFigures figures) => figures.Activity == new Tally { WonAmounts = figures.Activity.WonAmounts };

    private static IEnumerable<CardSection> Body(OverviewFigures figures, Texts texts)
    {
        var rates = figures.Rates;
        return
        [
            Steps(figures, texts),
            new CardSection.FactList(
            [
                new CardFact(texts["WonAmount"], Shown.Amounts(texts, figures.Activity.WonAmounts)),
                new CardFact(texts["RateAcceptance"], Shown.Rate(texts, rates.Acceptance)),
                new CardFact(texts["RateFollowUp"], Shown.Rate(texts, rates.FollowUp)),
                new CardFact(texts["RateSql"], Shown.Rate(texts, rates.Sql)),
                new CardFact(texts["RateOpportunity"], Shown.Rate(texts, rates.Opportunity)),
                new CardFact(texts["RateWin"], Shown.Rate(texts, rates.Win)),
            ]),
            .. Notes([.. Observed(texts, figures.Observed), .. ReasonsReport.OfferedAgain(texts, figures.Activity.OfferedAgain)]),
            .. Shown.SmallSampleNote(texts, [rates.Acceptance, rates.FollowUp, rates.Sql, rates.Opportunity, rates.Win, .. figures.Groups.SelectMany(g => GroupSections.RatesOf(g))]),
            FunnelBars(figures.Cohort, texts),
        ];
    }

    internal static IEnumerable<Line> Observed(Texts texts, Observation observed) => observed is { YoungestDays: { } youngest, OldestDays: { } oldest }
        ? [texts.Format("ObservedFor", youngest, oldest)]
        : [];

    private static CardSection.Grid Steps(OverviewFigures figures, Texts texts)
    {
        var (happened, cohort) = (figures.Activity, figures.Cohort);
        IReadOnlyList<Line> Row(string name, int inPeriod, int? ofCohort) =>
            [name, Shown.Count(texts, inPeriod), ofCohort is { } count ? Shown.Count(texts, count) : texts["Nothing"]];
        return new CardSection.Grid(
            [new Column(texts["ColumnStep"]), new Column(texts["ColumnInPeriod"], true), new Column(texts["ColumnCohort"], true)],
            [
                Row(texts["StepCreated"], happened.Created, null),
                Row(texts["StepReturned"], happened.Returned, null),
                Row(texts["StepHandedOver"], happened.HandedOver, cohort.HandedOver),
                Row(texts["StepAccepted"], happened.Accepted, cohort.Accepted),
                Row(texts["StepRejected"], happened.Rejected, cohort.Rejected),
                Row(texts["StepContacted"], happened.Contacted, cohort.Contacted),
                Row(texts["StepQualified"], happened.Qualified, cohort.Qualified),
                Row(texts["StepRecycled"], happened.Recycled, cohort.Recycled),
                Row(texts["StepDisqualified"], happened.Disqualified, cohort.Disqualified),
                Row(texts["StepWon"], happened.Won, cohort.Won),
                Row(texts["StepLost"], happened.Lost, cohort.Lost),
            ]);
    }

    private static CardSection.Bars FunnelBars(Tally cohort, Texts texts)
    {
        Bar Step(string name, int count) => new(name, count, Shown.Count(texts, count));
        return new CardSection.Bars(
        [
            Step(texts["StepHandedOver"], cohort.HandedOver),
            Step(texts["StepAccepted"], cohort.Accepted),
            Step(texts["StepContacted"], cohort.Contacted),
            Step(texts["StepQualified"], cohort.Qualified),
            Step(texts["StepWon"], cohort.Won),
        ]);
    }
}
