using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Reports;

namespace Baton.Handoffs.Digests;

/// <summary>The weekly summary that a review meeting can work from.</summary>
public static class WeeklySummary
{
    private const int GroupLimit = 5;

    /// <summary>The summary as a card, with its figures as data. Of the scene only texts, reasons and roster are used.</summary>
    public static FunnelReport Of(WeeklyFigures figures, FunnelScene scene)
    {
        var texts = Texts.Of<DigestTexts>(scene.Locale);
        var shared = scene.Texts;
        var title = texts.Format("SummaryTitle", PeriodLabel.Of(shared, figures.Period));
        var counts = figures.Counts;
        var line = texts.Format("SummaryLine", title, counts.HandedOver.This, counts.Accepted.This, counts.Rejected.This, counts.Recycled.This, counts.Won.This);
        return FunnelReport.Of(
            texts,
            line,
            [
                new CardSection.Heading(title),
                .. OverviewReport.Notes([.. PeriodLabel.SoFar(shared, figures.Period, figures.CountedAt), texts["ComparedWith"]]),
                Steps(counts, texts, shared),
                new CardSection.FactList(
                [
                    new CardFact(shared["RateAcceptance"], Shown.Rate(shared, figures.Acceptance)),
                    new CardFact(shared["WonAmount"], Shown.Amounts(shared, figures.WonAmounts)),
                    .. figures.Suggestions == 0 ? Array.Empty<CardFact>() : [new CardFact(texts["Suggestions"], Shown.Count(shared, figures.Suggestions))],
                ]),
                new CardSection.Heading(texts["FindingsTitle"], 2),
                new CardSection.Paragraph([.. figures.Findings.Select((f, i) => Phrase.Of(texts, "Numbered", i + 1, FindingWords.Of(f, scene)))]),
                .. DiagnosisSections.Of(figures.Diagnosis, scene),
                .. Reasons(figures, scene, texts),
                .. Sla(figures, texts, shared),
                .. FeedbackSections.Of(figures, scene),
                .. Shown.SmallSampleNote(shared, RatesOf(figures)),
            ],
            figures,
            CardKind.WeeklySummary);
    }

    private static CardSection.Grid Steps(WeekCounts counts, Texts texts, Texts shared)
    {
        IReadOnlyList<Line> Row(string name, WeekCount count) =>
            [name, Shown.Count(shared, count.This), Shown.Count(shared, count.Last), count.Mean.ToString("0.#", texts.Culture)];
        return new CardSection.Grid(
            [new Column(shared["ColumnStep"]), new Column(texts["ThisWeek"], true), new Column(texts["LastWeek"], true), new Column(texts["FourWeekMean"], true)],
            [
                Row(shared["StepHandedOver"], counts.HandedOver),
                Row(shared["StepAccepted"], counts.Accepted),
                Row(shared["StepRejected"], counts.Rejected),
                Row(shared["StepRecycled"], counts.Recycled),
                Row(shared["StepWon"], counts.Won),
            ]);
    }

    private static IEnumerable<CardSection> Reasons(WeeklyFigures figures, FunnelScene scene, Texts texts)
    {
        var (reasons, shared) = (figures.Reasons, scene.Texts);
        return
        [
            new CardSection.Heading(texts["ReasonsTitle"], 2),
            .. reasons.Codes.Count == 0
                ? [new CardSection.Paragraph(shared["ReasonsEmpty"])]
                : new CardSection[]
                {
                    ReasonsReport.ClassBars(shared, reasons.Classes),
                    ReasonsReport.GroupGrid(shared, scene, Dimension.Source, reasons.BySource.Take(GroupLimit)),
                    ReasonsReport.GroupGrid(shared, scene, Dimension.Campaign, reasons.ByCampaign.Take(GroupLimit)),
                    new CardSection.Paragraph([shared["ProceduralNote"], .. ReasonsReport.OfferedAgain(shared, reasons.OfferedAgain)], Tone.Muted),
                },
            .. figures.ReasonsLate.Codes.Count == 0 ? [] : new CardSection[] { new CardSection.Paragraph(Late(figures.ReasonsLate, scene, texts)) },
        ];
    }

    private static Line Late(LateReasons late, FunnelScene scene, Texts texts) => Phrase.Of(
        texts,
        "ReasonsLate",
        new Span.Moment(late.Since, MomentStyle.DateAndTime),
        Phrase.Join(scene.Texts["ListSeparator"], late.Codes.Select(c => Phrase.Of(texts, "ReasonTimes", Labels.ReasonName(scene.Texts, scene.Reasons, c), Shown.Count(scene.Texts, c.Count)))));

    private static IEnumerable<CardSection> Sla(WeeklyFigures figures, Texts texts, Texts shared) => Sla(figures.Sla, texts, shared)
        .Concat(figures.BreachesLate.Clocks.Count == 0 ? [] : [new CardSection.Paragraph(Late(figures.BreachesLate, texts, shared))]);

    private static Line Late(LateBreaches late, Texts texts, Texts shared) => Phrase.Of(
        texts,
        "BreachesLate",
        new Span.Moment(late.Since, MomentStyle.DateAndTime),
        Phrase.Join(shared["ListSeparator"], late.Clocks.Select(c => Phrase.Of(texts, "ReasonTimes", Labels.Clock(shared, c.Clock), Shown.Count(shared, c.Count)))));

    private static IEnumerable<CardSection> Sla(SlaFigures sla, Texts texts, Texts shared) =>
    [
        new CardSection.Heading(texts["SlaTitle"], 2),
        sla.Clocks.Count == 0 ? new CardSection.Paragraph(shared["SlaEmpty"]) : SlaReport.Clocks(shared, sla.Clocks),
        SlaReport.Delays(shared, sla),
        new CardSection.Paragraph(shared["DelaysNote"], Tone.Muted),
    ];

    private static IEnumerable<Rate> RatesOf(WeeklyFigures figures) =>
    [
        figures.Acceptance, .. DiagnosisSections.RatesOf(figures.Diagnosis), .. figures.Sla.Clocks.Select(c => c.Kept),
        .. figures.Reasons.BySource.Concat(figures.Reasons.ByCampaign).Select(g => g.LeadQuality),
    ];
}
