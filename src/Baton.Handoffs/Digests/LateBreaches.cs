using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Digests;

/// <summary>
/// Deadlines that were missed between last week's summary and the end of its week, by clocks that stopped in that time too: that summary was too early for
/// them, and this week's figures begin after them. A clock that ran on into this week is among its figures.
/// </summary>
/// <param name="Since">When last week's summary was due.</param>
/// <param name="Clocks">Each clock that occurred, with how often, in the order of their names.</param>
public sealed record LateBreaches(DateTimeOffset Since, IReadOnlyList<(string Clock, int Count)> Clocks)
{
    /// <summary>Counts them.</summary>
    /// <param name="facts">All that may count.</param>
    /// <param name="before">The week before.</param>
    /// <param name="since">When its summary was due.</param>
    internal static LateBreaches Count(IEnumerable<HandoffFact> facts, Period before, DateTimeOffset since) => new(
        since,
        [
            .. facts.SelectMany(fact => fact.Clocks)
                .Where(clock => clock.StoppedAt < before.To && clock.DueAt >= since && clock.Elapsed > clock.Target)
                .GroupBy(clock => clock.Clock, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count())),
        ]);
}
