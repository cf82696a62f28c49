using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>Counts what happened in a period and where its cohort stands, together. Not shared between threads.</summary>
internal sealed class FunnelCounter(Period period)
{
    private readonly TallyCounter activity = new(period);
    private readonly TallyCounter cohort = new(null);
    private DateTimeOffset? first;
    private DateTimeOffset? last;

    public void Add(HandoffFact fact)
    {
        activity.Add(fact);
        if (period.Holds(fact.OfferedAt))
        {
            cohort.Add(fact);
            first = first is null || fact.OfferedAt < first ? fact.OfferedAt : first;
            last = last is null || fact.OfferedAt > last ? fact.OfferedAt : last;
        }
    }

    public void Add(EarlierRejection rejection) => activity.Add(rejection);

    /// <summary>Whether anything of a handoff lies in the period; groups in which nothing happened get no row.</summary>
    public bool Touches(HandoffFact fact) =>
        period.Holds(fact.CreatedAt) || period.Holds(fact.OfferedAt) || period.Holds(fact.AcceptedAt) || period.Holds(fact.RejectedAt)
        || period.Holds(fact.FirstTouchAt) || period.Holds(fact.QualifiedAt) || period.Holds(fact.ClosedAt);

    public GroupFigures Group(string key)
    {
        var stands = cohort.Total();
        return new GroupFigures(key, activity.Total(), stands, CohortRates.Of(stands));
    }

    public Observation Observed(DateTimeOffset now) => Observation.Of(first, last, now);
}
