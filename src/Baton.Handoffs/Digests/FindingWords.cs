using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Reports;

namespace Baton.Handoffs.Digests;

/// <summary>Findings in words: the number first, then the step to look at.</summary>
internal static class FindingWords
{
    public static Line Of(Finding finding, FunnelScene scene)
    {
        var texts = Texts.Of<DigestTexts>(scene.Locale);
        var shared = scene.Texts;
        return finding switch
        {
            Finding.LeadQuality f => Phrase.Of(texts, "FindingLeadQuality", Labels.DimensionName(shared, f.Dimension), new Span.Quoted(f.Name), Shown.Rate(shared, f.Here), Shown.Rate(shared, f.Elsewhere)),
            Finding.DataQuality f => Phrase.Of(texts, "FindingDataQuality", Labels.DimensionName(shared, f.Dimension), new Span.Quoted(f.Name), Shown.Rate(shared, f.Here), Shown.Rate(shared, f.Elsewhere)),
            Finding.ReasonRose f => Phrase.Of(texts, "FindingReasonRose", Labels.ReasonName(shared, scene.Reasons, f.Reason), Shown.Count(shared, f.Reason.Count), Shown.Count(shared, f.Before)),
            Finding.ClockBreached f => Phrase.Of(texts, "FindingClockBreached", Labels.Clock(shared, f.Clock), Pool(f.Pool, shared), Shown.Rate(shared, f.Breached)),
            Finding.SystemSlow f => texts.Format("FindingSystemSlow", Shown.Time(shared, f.Delay.Median), Shown.Time(shared, f.Delay.P90), Shown.Count(shared, f.Delay.Count)),
            Finding.AcceptanceMoved f => texts.Format("FindingAcceptanceMoved", Shown.Rate(shared, f.Now), Shown.Rate(shared, f.Before)),
            Finding.TopReason f => Phrase.Of(texts, "FindingTopReason", Labels.ReasonName(shared, scene.Reasons, f.Reason), Shown.Count(shared, f.Reason.Count), Shown.Count(shared, f.All)),
            Finding.Volume f => texts.Format("FindingVolume", Shown.Count(shared, f.HandedOver.This), Shown.Count(shared, f.HandedOver.Last), f.HandedOver.Mean.ToString("0.#", texts.Culture)),
            _ => throw new InvalidOperationException($"No words for {finding}."),
        };
    }

    private static Line Pool(string pool, Texts shared) => pool.Length == 0 ? shared["NoValue"] : Line.Quote(pool);
}
