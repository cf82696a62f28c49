using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Whom a handoff concerns as it stands.</summary>
internal static class Concerned
{
    /// <summary>Who has it or has it offered, who acted on it last and for whom, and as long as it is offered everybody of its pool.</summary>
    public static IReadOnlySet<EmailAddress> By(Handoff handoff, Roster roster)
    {
        EmailAddress?[] named = [handoff.Owner, handoff.OfferedTo, handoff.Last.By, handoff.Last.To];
        var pool = handoff.State == HandoffState.Offered ? roster.People.Where(p => p.Pools.Contains(handoff.Route.Pool, StringComparer.Ordinal)) : [];
        return named.OfType<EmailAddress>().Concat(pool.Select(p => p.Email)).ToHashSet();
    }
}
