using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Funnel.Calibration;

/// <summary><c>/funnel rules calibration</c>: whether the written definition of a qualified lead says what sales accepts.</summary>
public static class CalibrationReport
{
    /// <summary>The most rules that a report lists.</summary>
    public const int MostRules = 25;

    /// <summary>The answer.</summary>
    public static FunnelReport Of(FunnelCommand.RulesCalibration command, RulesView rules, FunnelScene scene)
    {
        var (texts, shared) = (Texts.Of<CalibrationTexts>(scene.Locale), scene.Texts);
        var figures = CalibrationFigures.Count(scene.Facts, command.Period.In(scene.Now, scene.Zone), command.Filters, rules.Scoring);
        var title = texts.Format("Title", PeriodLabel.Of(shared, figures.Period));
        IReadOnlyList<CardSection> sections =
        [
            new CardSection.Heading(title),
            .. OverviewReport.Notes([.. Labels.Filters(shared, figures.Filters), .. PeriodLabel.SoFar(shared, figures.Period, scene.Now)]),
            new CardSection.FactList([new CardFact(texts["Acceptance"], Shown.Rate(shared, figures.Acceptance))]),
            .. figures.Acceptance.Whole == 0 ? [new CardSection.Paragraph(texts["Empty"])] : Body(figures, rules, scene.Locale, texts, shared),
            .. OverviewReport.Notes([.. LeftOut(figures, texts, shared)]),
            .. Shown.SmallSampleNote(shared, [figures.Acceptance, .. figures.Rules.Take(MostRules).SelectMany(r => new[] { r.With, r.Without }), .. figures.Bands.SelectMany(b => new[] { b.Acceptance, b.Sql })]),
        ];
        return FunnelReport.Of(shared, title, sections, figures);
    }

    private static IEnumerable<CardSection> Body(CalibrationFigures figures, RulesView rules, string locale, Texts texts, Texts shared) =>
    [
        .. figures.Rules.Count == 0
            ? [new CardSection.Paragraph(texts["NoRules"])]
            : new CardSection[]
            {
                new CardSection.Grid(
                    [new Column(texts["ColumnRule"]), new Column(texts["ColumnWith"], true), new Column(texts["ColumnWithout"], true), new Column(texts["ColumnDifference"], true), new Column(texts["ColumnEvidence"])],
                    [.. figures.Rules.Take(MostRules).Select(rule => Row(rule, PointsOf(rule, rules), locale, texts, shared))]),
                new CardSection.Paragraph([.. More(figures, texts), texts["Explained"], texts["Chance"]], Tone.Muted),
            },
        new CardSection.Heading(texts["Bands"], 2),
        new CardSection.Grid(
            [new Column(shared["DimensionScore"]), new Column(shared["StepHandedOver"], true), new Column(texts["BandAcceptance"], true), new Column(shared["RateSql"], true)],
            [.. figures.Bands.Select(IReadOnlyList<Line> (band) => [band.Band, Shown.Count(shared, band.HandedOver), Shown.Rate(shared, band.Acceptance), Shown.Rate(shared, band.Sql)])]),
    ];

    private static IEnumerable<Line> More(CalibrationFigures figures, Texts texts) =>
        figures.Rules.Count > MostRules ? [texts.Format("More", figures.Rules.Count - MostRules)] : [];

    private static IReadOnlyList<Line> Row(RuleCalibration rule, int? points, string locale, Texts texts, Texts shared) =>
    [
        Line.Of(new Span.Plain($"{PartName(rule.Part, locale)}{(points is { } given ? $" {given:+0;-0;0}" : "")} "), new Span.Quoted(ScoreNames.Rule(rule.Rule, locale))),
        Shown.Rate(shared, rule.With),
        Shown.Rate(shared, rule.Without),
        rule.Difference is { } it && rule.Evidence != Evidence.TooFew ? texts.Format("Points", Percent(it.Value), Percent(it.Low), Percent(it.High)) : shared["Nothing"],
        texts[EvidenceKey(rule.Evidence, points)],
    ];

    // A rule that gives points to what is rejected, or takes them from what is accepted, is wrong way round.
    private static string EvidenceKey(Evidence evidence, int? points) => (evidence, points) switch
    {
        (Evidence.Accepted, < 0) => "AcceptedAgainst",
        (Evidence.Accepted, _) => "Accepted",
        (Evidence.Rejected, > 0) => "RejectedAgainst",
        (Evidence.Rejected, _) => "Rejected",
        (Evidence.None, _) => "None",
        _ => "TooFew",
    };

    private static IEnumerable<Line> LeftOut(CalibrationFigures figures, Texts texts, Texts shared) =>
    [
        .. figures.OtherReasons + figures.Undecided == 0 ? [] : new Line[] { texts.Format("LeftOut", Shown.Count(shared, figures.OtherReasons), Shown.Count(shared, figures.Undecided)) },
        .. figures.Unknown == 0 ? [] : new Line[] { texts.Format("Unknown", Shown.Count(shared, figures.Unknown)) },
    ];

    private static string Percent(double part) => $"{Math.Round(part * 100, MidpointRounding.AwayFromZero):+0;-0;0}";

    // Null for a rule that is in force no more.
    private static int? PointsOf(RuleCalibration rule, RulesView rules) => rules.Scoring.FirstOrDefault(r => r.Part == rule.Part && r.Rule == rule.Rule)?.Points;

    private static string PartName(string part, string locale) => part.Length == 0 ? "" : ScoreNames.Part(part, locale);
}
