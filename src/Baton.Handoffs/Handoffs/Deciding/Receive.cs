using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>How a handoff begins.</summary>
public static class Receive
{
    /// <summary>The first event of a qualified lead's handoff: offered, or returned to marketing when required fields are missing.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="found">What was found of it.</param>
    /// <param name="round">Which handoff of the lead, from 1.</param>
    /// <param name="follows">The handoff that was recycled into this one.</param>
    /// <param name="by">Who brings it.</param>
    /// <param name="terms">What was agreed on.</param>
    /// <param name="now">When.</param>
    public static HandoffEvent.Received Lead(Lead lead, Assessment found, int round, HandoffId? follows, Person by, Terms terms, DateTimeOffset now)
    {
        return new HandoffEvent.Received(
            now,
            by.Email,
            HandoffId.For(lead.Source, lead.ExternalId, round),
            round,
            lead,
            found.Score,
            found.Tier,
            found.Missing,
            found.Route,
            found.Missing.Count == 0 ? OfferedFirstTo(lead, terms, now) : null,
            follows)
        {
            Clocks = found.Missing.Count == 0 ? Clocks.AtOffer(lead, found.Tier, terms, now) : null,
        };
    }

    /// <summary>Who is asked before the pool: the account's owner, if somebody who takes leads here and is not away; null for the whole pool.</summary>
    internal static EmailAddress? OfferedFirstTo(Lead lead, Terms terms, DateTimeOffset now) =>
        lead.Owner is { } owner && terms.Roster.Find(owner) is { } person && person.Is(Roles.Rep | Roles.Manager) && !person.IsAway(now) ? owner : null;
}
