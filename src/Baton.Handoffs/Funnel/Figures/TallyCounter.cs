using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>
/// Counts handoffs into one <see cref="Tally"/>, one fact at a time. With a period, a step counts when its own instant lies in it;
/// without, every step that was reached counts. Not shared between threads.
/// </summary>
internal sealed class TallyCounter(Period? period)
{
    private readonly SortedDictionary<string, (decimal Amount, int Deals)> won = new(StringComparer.Ordinal);
    private int created;
    private int handedOver;
    private int returned;
    private int accepted;
    private int rejected;
    private int offeredAgain;
    private int contacted;
    private int qualified;
    private int acceptedAndQualified;
    private int recycled;
    private int disqualified;
    private int lost;
    private int wins;

    public void Add(HandoffFact fact)
    {
        var takenOn = In(fact.TakenAt);
        created += One(In(fact.CreatedAt));
        handedOver += One(In(fact.OfferedAt));
        returned += One(fact.State == HandoffState.Returned && In(fact.CreatedAt));
        accepted += One(takenOn);
        rejected += One(In(fact.RejectedAt));
        contacted += One(In(fact.FirstTouchAt));
        qualified += One(In(fact.QualifiedAt));
        acceptedAndQualified += One(takenOn && fact.QualifiedAt is not null);
        AddEnd(fact);
    }

    /// <summary>A rejection that stands no more counts where it happened, and not where the handoff stands.</summary>
    public void Add(EarlierRejection rejection)
    {
        var counts = One(period?.Holds(rejection.At) == true);
        rejected += counts;
        offeredAgain += counts;
    }

    public Tally Total() => new()
    {
        Created = created,
        HandedOver = handedOver,
        Returned = returned,
        Accepted = accepted,
        Rejected = rejected,
        OfferedAgain = offeredAgain,
        Contacted = contacted,
        Qualified = qualified,
        AcceptedAndQualified = acceptedAndQualified,
        Recycled = recycled,
        Disqualified = disqualified,
        Won = wins,
        Lost = lost,
        WonAmounts = [.. won.Select(p => new Money(p.Key, p.Value.Amount, p.Value.Deals))],
    };

    private static int One(bool counts) => counts ? 1 : 0;

    private bool In(DateTimeOffset? instant) => period is null ? instant is not null : period.Holds(instant);

    private void AddEnd(HandoffFact fact)
    {
        if (!In(fact.ClosedAt))
        {
            return;
        }

        recycled += One(fact.State == HandoffState.Recycled);
        disqualified += One(fact.State == HandoffState.Disqualified);
        lost += One(fact.State == HandoffState.Lost);
        wins += One(fact.State == HandoffState.Won);
        if (fact is { State: HandoffState.Won, Amount: { } amount })
        {
            var currency = fact.Currency ?? "";
            var sum = won.GetValueOrDefault(currency);
            won[currency] = (sum.Amount + amount, sum.Deals + 1);
        }
    }
}
