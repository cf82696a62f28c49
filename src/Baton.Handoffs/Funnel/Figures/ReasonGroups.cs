using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>Counts the reasons of a period by one dimension. Not shared between threads.</summary>
internal sealed class ReasonGroups(Dimension dimension, Period period)
{
    private readonly SortedDictionary<string, ReasonCounter> groups = new(StringComparer.Ordinal);

    public void Add(HandoffFact fact)
    {
        if (!period.Holds(fact.AcceptedAt) && GivenReason.Standing(fact, period) is null)
        {
            return;
        }

        Group(Grouping.KeyOf(fact, dimension)).Add(fact);
    }

    public void Add(Overtaken overtaken)
    {
        if (period.Holds(overtaken.Rejection.At))
        {
            Group(Grouping.KeyOf(overtaken, dimension)).Add(overtaken.Rejection);
        }
    }

    /// <summary>Most reasons first, then by name; reps by name only, since this is no ranking, and score bands from the lowest.</summary>
    public IReadOnlyList<ReasonGroup> Rows()
    {
        var rows = groups.Select(g => g.Value.Group(g.Key)).Where(g => g.Decided + g.AfterContact > 0);
        return dimension is Dimension.Rep or Dimension.Score ? [.. rows] : [.. rows.OrderByDescending(g => g.Rejected + g.AfterContact)];
    }

    private ReasonCounter Group(string key) => groups.TryGetValue(key, out var group) ? group : groups[key] = new ReasonCounter(period);
}
