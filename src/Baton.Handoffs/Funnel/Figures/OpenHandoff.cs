using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>A handoff that waits for somebody, with the clock that is due soonest.</summary>
public sealed record OpenHandoff
{
    /// <summary>The handoff.</summary>
    public required HandoffId Id { get; init; }

    /// <summary>Where it stands: offered, accepted or contacted.</summary>
    public required HandoffState State { get; init; }

    /// <summary>How urgent it is.</summary>
    public required Tier Tier { get; init; }

    /// <summary>Company; untrusted.</summary>
    public string? Company { get; init; }

    /// <summary>Contact; untrusted.</summary>
    public string? Contact { get; init; }

    /// <summary>Score, 0 to 100.</summary>
    public int Score { get; init; }

    /// <summary>Who has it.</summary>
    public EmailAddress? Owner { get; init; }

    /// <summary>The pool.</summary>
    public string? Pool { get; init; }

    /// <summary>The running clock that is due soonest; null when none runs.</summary>
    public string? Clock { get; init; }

    /// <summary>When it is due; null while it is paused.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How it stands: <c>onTrack</c>, <c>atRisk</c> or <c>breached</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The open handoff of a fact; null when it waits for nobody in sales.</summary>
    internal static OpenHandoff? Of(HandoffFact fact, DateTimeOffset now)
    {
        if (!fact.WaitsForSales)
        {
            return null;
        }

        var clock = fact.Clocks.Where(c => c.StoppedAt is null).OrderBy(c => c.DueAt ?? DateTimeOffset.MaxValue).ThenBy(c => c.Clock, StringComparer.Ordinal).FirstOrDefault();
        return new OpenHandoff
        {
            Id = fact.Id,
            State = fact.State,
            Tier = fact.Tier,
            Company = fact.CompanyName,
            Contact = fact.ContactName,
            Score = fact.Score,
            Owner = fact.Owner,
            Pool = fact.Pool,
            Clock = clock?.Clock,
            DueAt = clock?.DueAt,
            Status = clock?.StatusAt(now),
        };
    }

    /// <summary>Soonest due first, those without a time last; then by company and id.</summary>
    internal static IOrderedEnumerable<OpenHandoff> ByDue(IEnumerable<OpenHandoff> open) => ThenByDue(open.OrderBy(_ => 0));

    /// <summary>Hot first, then as <see cref="ByDue"/>.</summary>
    internal static IOrderedEnumerable<OpenHandoff> ByUrgency(IEnumerable<OpenHandoff> open) => ThenByDue(open.OrderBy(o => o.Tier == Tier.Hot ? 0 : 1));

    private static IOrderedEnumerable<OpenHandoff> ThenByDue(IOrderedEnumerable<OpenHandoff> open) => open
        .ThenBy(o => o.DueAt ?? DateTimeOffset.MaxValue)
        .ThenBy(o => o.Company, StringComparer.Ordinal)
        .ThenBy(o => o.Id.Value, StringComparer.Ordinal);
}
