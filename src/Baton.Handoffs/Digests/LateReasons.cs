using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Digests;

/// <summary>Reasons given between last week's summary and the end of its week: that summary was too early for them, and this week's figures begin after them.</summary>
/// <param name="Since">When last week's summary was due.</param>
/// <param name="Codes">Each code that occurred: by class, then most frequent first, then by name.</param>
public sealed record LateReasons(DateTimeOffset Since, IReadOnlyList<CodeCount> Codes)
{
    /// <summary>Counts them.</summary>
    /// <param name="late">What <see cref="In"/> found.</param>
    /// <param name="since">When last week's summary was due.</param>
    internal static LateReasons Count(IEnumerable<GivenReason> late, DateTimeOffset since) => new(
        since,
        CodeCount.Ordered(late.GroupBy(g => (g.Class, g.Code)).Select(g => new CodeCount(g.Key.Class, g.Key.Code, g.Count()))));

    /// <summary>Those of a handoff.</summary>
    /// <param name="fact">The handoff.</param>
    /// <param name="before">The week before.</param>
    /// <param name="since">When its summary was due.</param>
    internal static IEnumerable<GivenReason> In(HandoffFact fact, Period before, DateTimeOffset since) => GivenReason.In(fact, before).Where(given => given.At >= since);
}
