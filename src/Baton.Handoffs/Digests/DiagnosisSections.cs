using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Reports;

namespace Baton.Handoffs.Digests;

/// <summary>The diagnosis in words.</summary>
internal static class DiagnosisSections
{
    public static IEnumerable<CardSection> Of(Diagnosis diagnosis, FunnelScene scene, int level = 2)
    {
        var texts = Texts.Of<DigestTexts>(scene.Locale);
        var shared = scene.Texts;
        return
        [
            new CardSection.Heading(texts["DiagnosisTitle"], level),
            new CardSection.FactList(
            [
                new CardFact(texts.Format("DiagnosisFollowUp", Diagnosis.FollowUpTarget), Shown.Rate(shared, diagnosis.FollowUp)),
                new CardFact(texts.Format("DiagnosisWithin", Diagnosis.WithinTwoDaysTarget), Shown.Rate(shared, diagnosis.WithinTwoDays)),
                new CardFact(texts["DiagnosisOpportunity"], Shown.Rate(shared, diagnosis.Opportunity)),
                new CardFact(texts["DiagnosisWin"], Shown.Rate(shared, diagnosis.Win)),
            ]),
            new CardSection.Paragraph([.. diagnosis.Points.Select(p => Point(p, diagnosis, texts, shared))]),
            .. OverviewReport.Notes([texts["DiagnosisNote"], .. OverviewReport.Observed(shared, diagnosis.Observed)]),
        ];
    }

    public static IEnumerable<Rate> RatesOf(Diagnosis diagnosis) => [diagnosis.FollowUp, diagnosis.WithinTwoDays, diagnosis.Opportunity, diagnosis.Win];

    private static Line Point(DiagnosisPoint point, Diagnosis diagnosis, Texts texts, Texts shared) => point switch
    {
        DiagnosisPoint.TooFew => texts.Format("PointTooFew", Shown.Count(shared, diagnosis.FollowUp.Whole), Rate.SmallSample),
        DiagnosisPoint.FollowUpStep => texts.Format("PointFollowUp", Shown.Percent(shared, diagnosis.FollowUp), Diagnosis.FollowUpFloor),
        DiagnosisPoint.LeadQualification => texts.Format("PointQualification", Shown.Percent(shared, diagnosis.Opportunity), Diagnosis.OpportunityFloor),
        DiagnosisPoint.UnderFirstTargets => texts["PointUnderTargets"],
        _ => texts["PointOnTarget"],
    };
}
