using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Digests;

/// <summary>A step's count in the week against the weeks before.</summary>
/// <param name="This">In the reported week so far.</param>
/// <param name="Last">In the whole week before.</param>
/// <param name="Mean">Mean of the whole weeks before, at most four, since the first lead.</param>
public sealed record WeekCount(int This, int Last, double Mean);

/// <summary>What happened in the week, each step by its own instant.</summary>
/// <param name="HandedOver">Offered for the first time.</param>
/// <param name="Accepted">Accepted and not rejected since.</param>
/// <param name="Rejected">Rejected.</param>
/// <param name="Recycled">To come back on a date.</param>
/// <param name="Won">Won.</param>
public sealed record WeekCounts(WeekCount HandedOver, WeekCount Accepted, WeekCount Rejected, WeekCount Recycled, WeekCount Won)
{
    internal static WeekCounts Of(Tally week, IReadOnlyList<Tally> before)
    {
        WeekCount Count(Func<Tally, int> step) => new(step(week), step(before[0]), before.Average(step));
        return new WeekCounts(Count(t => t.HandedOver), Count(t => t.Accepted), Count(t => t.Rejected), Count(t => t.Recycled), Count(t => t.Won));
    }
}
