using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;

namespace Baton.Bot.Api;

/// <summary>A page of handoffs, latest first.</summary>
/// <param name="Handoffs">The handoffs.</param>
/// <param name="Next">Where the next page starts; null on the last one.</param>
internal sealed record HandoffPage(IReadOnlyList<HandoffLine> Handoffs, string? Next);

/// <summary>One handoff of a list.</summary>
internal sealed record HandoffLine(
    HandoffId Id,
    HandoffState State,
    int Version,
    string? Company,
    string? Contact,
    EmailAddress? Owner,
    string Source,
    string? Campaign,
    string? Pool,
    int Score,
    Tier Tier,
    DateTimeOffset CreatedAt,
    DateTimeOffset? OfferedAt,
    IReadOnlyList<ClockLine> Clocks)
{
    internal static HandoffLine Of(HandoffFact fact, DateTimeOffset now) => new(
        fact.Id,
        fact.State,
        fact.Version,
        fact.CompanyName,
        fact.ContactName,
        fact.Owner,
        fact.Source,
        fact.Campaign,
        fact.Pool,
        fact.Score,
        fact.Tier,
        fact.CreatedAt,
        fact.OfferedAt,
        [.. fact.Clocks.Select(c => new ClockLine(c.Clock, fact.StatusOf(c, now), c.DueAt))]);
}

/// <summary>One clock of a listed handoff.</summary>
/// <param name="Clock"><c>accept</c>, <c>contact</c> or <c>outcome</c>.</param>
/// <param name="Status"><c>onTrack</c>, <c>atRisk</c>, <c>breached</c>, <c>met</c> or <c>ended</c>.</param>
/// <param name="Due">When its target is or was reached.</param>
internal sealed record ClockLine(string Clock, string Status, DateTimeOffset? Due);
