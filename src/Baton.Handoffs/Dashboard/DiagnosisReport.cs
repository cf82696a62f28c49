using Baton.Handoffs.Chat;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Funnel.Reports;

namespace Baton.Handoffs.Dashboard;

/// <summary>The diagnosis that the weekly summary gives, for the four whole weeks before the week in which a period ends.</summary>
internal static class DiagnosisReport
{
    public static FunnelReport Of(Period period, IReadOnlyList<FactFilter> filters, FunnelScene scene)
    {
        var (today, last) = (IsoWeek.Of(scene.Now, period.Zone), IsoWeek.Of(period.LastDay));
        var diagnosis = Diagnosis.Count(scene.Facts.Where(fact => Grouping.Passes(fact, filters)), (last < today ? last : today).In(period.Zone), scene.Now);
        IReadOnlyList<CardSection> sections =
        [
            .. DiagnosisSections.Of(diagnosis, scene, level: 1),
            .. Shown.SmallSampleNote(scene.Texts, DiagnosisSections.RatesOf(diagnosis)),
        ];
        return FunnelReport.Of(scene.Texts, Texts.Of<DigestTexts>(scene.Locale)["DiagnosisTitle"], sections, diagnosis);
    }
}
