using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>Counts the reasons of a period. Not shared between threads.</summary>
internal sealed class ReasonCounter(Period period)
{
    private readonly Dictionary<(ReasonClass Class, string Code), int> codes = [];
    private int accepted;
    private int rejected;

    /// <summary>The class and code of the reason that was given in the period, or null. A rejection without a class counts as other.</summary>
    public static (ReasonClass Class, string Code)? Given(HandoffFact fact, Period period) => fact.State switch
    {
        _ when period.Holds(fact.RejectedAt) => (fact.ReasonClass ?? ReasonClass.Other, fact.Reason ?? ""),
        HandoffState.Recycled when period.Holds(fact.ClosedAt) => (ReasonClass.Recycle, fact.Reason ?? ""),
        HandoffState.Disqualified when period.Holds(fact.ClosedAt) => (ReasonClass.Disqualify, fact.Reason ?? ""),
        _ => null,
    };

    /// <summary>When that reason was given.</summary>
    public static DateTimeOffset? GivenAt(HandoffFact fact, Period period) =>
        Given(fact, period) is null ? null : period.Holds(fact.RejectedAt) ? fact.RejectedAt : fact.ClosedAt;

    public void Add(HandoffFact fact)
    {
        accepted += fact.RejectedAt is null && period.Holds(fact.AcceptedAt) ? 1 : 0;
        rejected += period.Holds(fact.RejectedAt) ? 1 : 0;
        if (Given(fact, period) is { } given)
        {
            codes[given] = codes.GetValueOrDefault(given) + 1;
        }
    }

    public ReasonGroup Group(string key) => new(
        key, accepted + rejected, rejected, Of(ReasonClass.Procedural), Of(ReasonClass.Clerical), Of(ReasonClass.Definitional),
        Of(ReasonClass.Recycle) + Of(ReasonClass.Disqualify));

    public IReadOnlyList<ClassCount> Classes() =>
    [
        .. codes.GroupBy(c => c.Key.Class).OrderBy(g => g.Key)
            .Select(g => (Class: g.Key, Count: g.Sum(c => c.Value)))
            .Select(g => new ClassCount(g.Class, g.Count, IsReject(g.Class) ? new Rate(g.Count, accepted + rejected) : null)),
    ];

    public IReadOnlyList<CodeCount> Codes() =>
    [
        .. codes.Select(c => new CodeCount(c.Key.Class, c.Key.Code, c.Value))
            .OrderBy(c => c.Class).ThenByDescending(c => c.Count).ThenBy(c => c.Code, StringComparer.Ordinal),
    ];

    private static bool IsReject(ReasonClass reason) => reason is not (ReasonClass.Recycle or ReasonClass.Disqualify);

    private int Of(ReasonClass reason) => codes.Where(c => c.Key.Class == reason).Sum(c => c.Value);
}
