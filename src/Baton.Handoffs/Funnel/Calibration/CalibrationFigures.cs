using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Funnel.Calibration;

/// <summary>
/// Which scoring rules told apart what sales accepted and what it rejected as no fit, among those handed over in a period. Rejections of other classes say
/// nothing about the definition of a qualified lead (a wrong owner, a missing phone number) and are left out, as is what is not decided.
/// </summary>
/// <param name="Period">The period.</param>
/// <param name="Filters">Which handoffs were counted.</param>
/// <param name="Acceptance">Accepted / (accepted + rejected for a definitional reason).</param>
/// <param name="OtherReasons">Handed over and rejected for another reason, left out.</param>
/// <param name="Undecided">Handed over and still on offer, left out.</param>
/// <param name="Unknown">Of those counted, whose rules nobody wrote down: they stand on neither side of a rule.</param>
/// <param name="Rules">Each rule that counted for one of those counted: those that tell most first.</param>
/// <param name="Bands">Each band of the score, from the lowest, that one of those handed over is in.</param>
public sealed record CalibrationFigures(
    Period Period,
    IReadOnlyList<FactFilter> Filters,
    Rate Acceptance,
    int OtherReasons,
    int Undecided,
    int Unknown,
    IReadOnlyList<RuleCalibration> Rules,
    IReadOnlyList<BandCalibration> Bands)
{
    /// <summary>Counts facts.</summary>
    /// <param name="facts">All that may count.</param>
    /// <param name="period">The period.</param>
    /// <param name="filters">Which handoffs are counted.</param>
    /// <param name="inForce">The scoring rules in force. One of a group is compared with leads for which no rule of that group counted: a lead that a better one took its place for is no lead without it.</param>
    public static CalibrationFigures Count(IEnumerable<HandoffFact> facts, Period period, IReadOnlyList<FactFilter> filters, IReadOnlyList<ScoringRuleView> inForce)
    {
        var groups = inForce.Where(r => r.Group is not null).ToDictionary(r => RuleKey.Of(r.Part, r.Rule), r => $"{r.Part} {r.Group}", StringComparer.Ordinal);
        string GroupOf(string key) => groups.GetValueOrDefault(key, key);

        var cohort = facts.Where(f => period.Holds(f.OfferedAt) && Grouping.Passes(f, filters)).ToList();
        var judged = cohort.Where(IsJudged).ToList();
        var known = judged.Where(f => f.Rules is not null).ToList();
        var rules = known.SelectMany(f => f.Rules!.Distinct(StringComparer.Ordinal).Select(rule => (rule, f)))
            .GroupBy(pair => pair.rule, pair => pair.f, StringComparer.Ordinal)
            .Select(group => RuleCalibration.Of(group.Key, AcceptanceOf([.. group]), AcceptanceOf([.. known.Where(f => !f.Rules!.Any(rule => GroupOf(rule) == GroupOf(group.Key)))])));
        var bands = cohort.GroupBy(f => Grouping.KeyOf(f, Dimension.Score))
            .OrderBy(group => group.Min(f => f.Score))
            .Select(group => new BandCalibration(group.Key, group.Count(), AcceptanceOf([.. group.Where(IsJudged)]), SqlOf([.. group])));
        return new CalibrationFigures(
            period, filters, AcceptanceOf(judged),
            cohort.Count(f => f.RejectedAt is not null && !IsJudged(f)), cohort.Count(f => f.State == HandoffState.Offered), judged.Count - known.Count,
            [.. rules.OrderBy(r => r.Evidence).ThenByDescending(r => Math.Abs(r.Difference?.Value ?? 0)).ThenBy(r => r.Rule, StringComparer.Ordinal)],
            [.. bands]);
    }

    private static bool IsJudged(HandoffFact fact) => fact.TakenAt is not null || (fact.RejectedAt is not null && fact.ReasonClass == ReasonClass.Definitional);

    private static Rate AcceptanceOf(List<HandoffFact> judged) => new(judged.Count(f => f.TakenAt is not null), judged.Count);

    private static Rate SqlOf(List<HandoffFact> cohort) => new(cohort.Count(f => f.TakenAt is not null && f.QualifiedAt is not null), cohort.Count(f => f.TakenAt is not null));
}

/// <summary>A scoring rule against what sales said.</summary>
/// <param name="Part"><c>attributes</c>, <c>behaviour</c> or <c>engagement</c>.</param>
/// <param name="Rule">Its name in the configuration.</param>
/// <param name="With">Acceptance where it counted.</param>
/// <param name="Without">Acceptance where it did not, nor any other rule of its group.</param>
/// <param name="Difference">How far the two lie apart; null when one of them is of nothing.</param>
/// <param name="Evidence">What that says.</param>
public sealed record RuleCalibration(string Part, string Rule, Rate With, Rate Without, Difference? Difference, Evidence Evidence)
{
    internal static RuleCalibration Of(string key, Rate with, Rate without)
    {
        var (part, rule) = RuleKey.Split(key);
        var difference = Difference.Of(with, without);
        return new RuleCalibration(part, rule, with, without, difference, EvidenceOf(with, without, difference));
    }

    private static Evidence EvidenceOf(Rate with, Rate without, Difference? difference) => difference switch
    {
        null => Evidence.TooFew,
        _ when with.Small || without.Small => Evidence.TooFew,
        { Low: > 0 } => Evidence.Accepted,
        { High: < 0 } => Evidence.Rejected,
        _ => Evidence.None,
    };
}

/// <summary>What became of a band of the score.</summary>
/// <param name="Band">The band, such as <c>60-79</c>.</param>
/// <param name="HandedOver">Handed over.</param>
/// <param name="Acceptance">Accepted / (accepted + rejected for a definitional reason).</param>
/// <param name="Sql">Qualified by sales / accepted.</param>
public sealed record BandCalibration(string Band, int HandedOver, Rate Acceptance, Rate Sql);

/// <summary>What a rule's figures say, in the order in which rules are listed.</summary>
public enum Evidence
{
    /// <summary>Where it holds, sales accepts more often.</summary>
    Accepted,

    /// <summary>Where it holds, sales rejects more often.</summary>
    Rejected,

    /// <summary>No difference that chance would not make.</summary>
    None,

    /// <summary>Too few on one of the two sides.</summary>
    TooFew,
}
