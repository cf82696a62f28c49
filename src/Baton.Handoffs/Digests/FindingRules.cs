using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Digests;

/// <summary>What a rule may look at.</summary>
/// <param name="Counts">The week against the weeks before.</param>
/// <param name="Acceptance">Accepted / decided in the week.</param>
/// <param name="AcceptanceBefore">The same of the four weeks before.</param>
/// <param name="Reasons">The week's reasons.</param>
/// <param name="ReasonsBefore">The reasons of the week before.</param>
/// <param name="Sla">The week's clocks.</param>
internal sealed record WeekEvidence(WeekCounts Counts, Rate Acceptance, Rate AcceptanceBefore, ReasonFigures Reasons, ReasonFigures ReasonsBefore, SlaFigures Sla);

/// <summary>The rules that findings come from, the most telling first. Each finds at most one thing; ties go to the first by name.</summary>
internal static class FindingRules
{
    /// <summary>How many findings a summary has at most.</summary>
    public const int Limit = 3;

    /// <summary>Fewer cases than this are an accident, not a finding.</summary>
    private const int FewestCases = 3;

    /// <summary>A share that is this much over the rest's is unusual.</summary>
    private const double UnusualGap = 0.20;

    /// <summary>An acceptance rate that moved this much has moved.</summary>
    private const double Move = 0.10;

    private static readonly TimeSpan SlowSystem = TimeSpan.FromMinutes(30);

    private static readonly Func<WeekEvidence, Finding?>[] Rules =
        [LeadQuality, ReasonRose, ClockBreached, DataQuality, SystemSlow, AcceptanceMoved, TopReason, Volume];

    public static IReadOnlyList<Finding> Of(WeekEvidence week) => [.. Rules.Select(rule => rule(week)).OfType<Finding>().Take(Limit)];

    private static Finding.LeadQuality? LeadQuality(WeekEvidence week) =>
        Unusual(week, g => g.LeadQuality) is { } found ? new Finding.LeadQuality(found.Dimension, found.Name, found.Here, found.Elsewhere) : null;

    private static Finding.DataQuality? DataQuality(WeekEvidence week) =>
        Unusual(week, g => g.DataQuality) is { } found ? new Finding.DataQuality(found.Dimension, found.Name, found.Here, found.Elsewhere) : null;

    private static Finding.ReasonRose? ReasonRose(WeekEvidence week) => week.Reasons.Codes
        .Where(c => c.Code.Length > 0 && c.Count >= FewestCases)
        .Select(c => new Finding.ReasonRose(c, week.ReasonsBefore.Codes.Where(b => b.Class == c.Class && b.Code == c.Code).Sum(b => b.Count)))
        .Where(r => r.Reason.Count >= 2 * r.Before)
        .OrderByDescending(r => r.Reason.Count - r.Before).ThenBy(r => r.Reason.Code, StringComparer.Ordinal)
        .FirstOrDefault();

    private static Finding.ClockBreached? ClockBreached(WeekEvidence week) => week.Sla.Breaches
        .Where(b => b.Breached.Part >= FewestCases)
        .Select(b => new Finding.ClockBreached(b.Clock, b.Pool, b.Breached))
        .FirstOrDefault();

    private static Finding.SystemSlow? SystemSlow(WeekEvidence week) =>
        week.Sla.SystemDelay is { Count: >= FewestCases } delay && delay.P90 > SlowSystem ? new Finding.SystemSlow(delay) : null;

    private static Finding.AcceptanceMoved? AcceptanceMoved(WeekEvidence week) =>
        week.Acceptance is { Small: false, Value: { } now } && week.AcceptanceBefore is { Small: false, Value: { } before } && Math.Abs(now - before) >= Move
            ? new Finding.AcceptanceMoved(week.Acceptance, week.AcceptanceBefore)
            : null;

    private static Finding.TopReason? TopReason(WeekEvidence week) => week.Reasons.Codes
        .Where(c => c.Class is not ReasonClass.Procedural && c.Code.Length > 0)
        .OrderByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal)
        .Select(c => new Finding.TopReason(c, week.Reasons.Codes.Sum(all => all.Count)))
        .FirstOrDefault();

    private static Finding.Volume? Volume(WeekEvidence week) => new(week.Counts.HandedOver);

    // The group whose share is furthest above that of all others together; a group that is everything cannot be compared.
    private static (Dimension Dimension, string Name, Rate Here, Rate Elsewhere)? Unusual(WeekEvidence week, Func<ReasonGroup, Rate> share)
    {
        IEnumerable<(Dimension Dimension, string Name, Rate Here, Rate Elsewhere)> Of(Dimension dimension, IReadOnlyList<ReasonGroup> groups)
        {
            var all = groups.Aggregate(default(Rate), (sum, group) => sum.And(share(group)));
            return groups.Where(g => g.Key.Length > 0).Select(g => (dimension, g.Key, share(g), new Rate(all.Part - share(g).Part, all.Whole - share(g).Whole)));
        }

        return Of(Dimension.Source, week.Reasons.BySource).Concat(Of(Dimension.Campaign, week.Reasons.ByCampaign))
            .Where(f => f.Here.Part >= FewestCases && f.Here.Value - f.Elsewhere.Value >= UnusualGap)
            .OrderByDescending(f => f.Here.Value - f.Elsewhere.Value).ThenBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => ((Dimension, string, Rate, Rate)?)f)
            .FirstOrDefault();
    }
}
