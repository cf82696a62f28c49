using System.Text.Json.Serialization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Funnel;

/// <summary>
/// One flat row a handoff: what every figure is counted from. It is derived from the snapshot alone and written over and over
/// (idempotently), so counting again always gives the same figures.
/// </summary>
public sealed record HandoffFact
{
    /// <summary>The handoff.</summary>
    public required HandoffId Id { get; init; }

    /// <summary>The handoff's version that this row was derived from; an older one never replaces a newer one.</summary>
    public required int Version { get; init; }

    /// <summary>State at that version.</summary>
    public required HandoffState State { get; init; }

    /// <summary>Whether somebody in sales has to do something: offered, accepted or contacted, and its person not erased.</summary>
    [JsonIgnore]
    public bool WaitsForSales => ErasedAt is null && State is HandoffState.Offered or HandoffState.Accepted or HandoffState.Contacted;

    /// <summary>ISO week of the first offer (of its creation when it was never offered) in the review's time zone, such as <c>2026-W47</c>.</summary>
    public required string Week { get; init; }

    /// <summary>Where it came from.</summary>
    public required string Source { get; init; }

    /// <summary>Campaign, or null.</summary>
    public string? Campaign { get; init; }

    /// <summary>The pool that it was routed to; null while returned to marketing.</summary>
    public string? Pool { get; init; }

    /// <summary>Industry, as the segment that reports group by; null when unknown.</summary>
    public string? Segment { get; init; }

    /// <summary>Country.</summary>
    public string? Region { get; init; }

    /// <summary>Score, 0 to 100.</summary>
    public int Score { get; init; }

    /// <summary>Tier.</summary>
    public Tier Tier { get; init; }

    /// <summary>The scoring rules that counted for it, as <c>part/name</c> in their order (<see cref="Scoring.ScoreCard.Trace"/>); null in a fact of before they were written down.</summary>
    public IReadOnlyList<string>? Rules { get; init; }

    /// <summary>Who has it, or had it last.</summary>
    public EmailAddress? Owner { get; init; }

    /// <summary>The one person whom it is offered to; null for the whole pool.</summary>
    public EmailAddress? OfferedTo { get; init; }

    /// <summary>Company name, for lists.</summary>
    public string? CompanyName { get; init; }

    /// <summary>Contact name, for lists.</summary>
    public string? ContactName { get; init; }

    /// <summary>Contact e-mail, for looking a handoff up.</summary>
    public EmailAddress? ContactEmail { get; init; }

    /// <summary>When marketing qualified it.</summary>
    public required DateTimeOffset QualifiedAtSource { get; init; }

    /// <summary>When Baton took it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>First offered = handed over; null when never.</summary>
    public DateTimeOffset? OfferedAt { get; init; }

    /// <summary>When its card was first visible.</summary>
    public DateTimeOffset? CardVisibleAt { get; init; }

    /// <summary>First decision (accepted or rejected) still standing.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Accepted (and not undone or handed back since).</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When it was taken, as figures count it: accepted and not rejected since, for a rejection counts in place of what preceded it.</summary>
    [JsonIgnore]
    public DateTimeOffset? TakenAt => RejectedAt is null ? AcceptedAt : null;

    /// <summary>Rejected (and not reopened since).</summary>
    public DateTimeOffset? RejectedAt { get; init; }

    /// <summary>First touch.</summary>
    public DateTimeOffset? FirstTouchAt { get; init; }

    /// <summary>Qualified by sales.</summary>
    public DateTimeOffset? QualifiedAt { get; init; }

    /// <summary>Recycled, disqualified, won, lost or withdrawn.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When it becomes a new handoff, if recycled.</summary>
    public DateTimeOffset? RecycleOn { get; init; }

    /// <summary>When its person was erased; null for all others. It still counts.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The standing reject, recycle or disqualify reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Its class.</summary>
    public ReasonClass? ReasonClass { get; init; }

    /// <summary>The comment that came with it.</summary>
    public string? Comment { get; init; }

    /// <summary>Who gave the reason.</summary>
    public EmailAddress? ReasonBy { get; init; }

    /// <summary>Rejections that stand no more (<see cref="Handoffs.Handoff.EarlierRejections"/>); null for none.</summary>
    public IReadOnlyList<EarlierRejection>? EarlierRejections { get; init; }

    /// <summary>Whether marketing contests the rejection: null no, else <c>open</c>, <c>upheld</c> (reopened) or <c>dismissed</c>.</summary>
    public string? Contest { get; init; }

    /// <summary>When marketing contested.</summary>
    public DateTimeOffset? ContestedAt { get; init; }

    /// <summary>Amount won, in <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>Each clock that ever ran.</summary>
    public IReadOnlyList<ClockFact> Clocks { get; init; } = [];

    /// <summary>Working time from the card being visible to the first decision, on the pool's calendar; null while undecided.</summary>
    public TimeSpan? HumanDelay { get; init; }

    /// <summary>How one of its clocks stands at an instant: as <see cref="ClockFact.StatusAt"/> says, or <c>ended</c> where it stopped in time without what it waits for.</summary>
    /// <param name="clock">The clock, or what it was at that instant.</param>
    /// <param name="now">The instant.</param>
    public string StatusOf(ClockFact clock, DateTimeOffset now) => clock.StatusAt(now) is var status && status == "met" && !Reaches(clock.Clock) ? "ended" : status;

    /// <summary>Whether what a clock waits for came about, rather than that nobody waits for it any more: a lead that was rejected was not contacted in time.</summary>
    /// <param name="clock">Which clock.</param>
    public bool Reaches(string clock) => clock switch
    {
        "accept" => DecidedAt is not null,
        "outcome" => (QualifiedAt ?? ClosedAt) is not null,
        _ => FirstTouchAt is not null,
    };

    /// <summary>Whether it lies open before this person: offered to nobody else, be it to the person alone or to a pool of the person's.</summary>
    public bool IsOfferedTo(Person person) => State == HandoffState.Offered
        && (OfferedTo is { } to ? to == person.Email : Pool is { } pool && person.Pools.Contains(pool, StringComparer.Ordinal));
}

/// <summary>One clock of a handoff, flat.</summary>
/// <param name="Clock"><c>accept</c>, <c>contact</c> or <c>outcome</c>.</param>
/// <param name="Target">Its target, in working time.</param>
/// <param name="DueAt">When 100 % is (was) reached; null while paused or when its calendar never opens.</param>
/// <param name="AtRiskAt">When 80 % is (was) reached; null like <paramref name="DueAt"/>.</param>
/// <param name="StoppedAt">When it stopped; null while it runs.</param>
/// <param name="Elapsed">Working time counted when it stopped; null while it runs.</param>
public sealed record ClockFact(string Clock, TimeSpan Target, DateTimeOffset? DueAt, DateTimeOffset? AtRiskAt, DateTimeOffset? StoppedAt, TimeSpan? Elapsed)
{
    /// <summary>How the clock stands at an instant: <c>met</c>, <c>onTrack</c>, <c>atRisk</c> or <c>breached</c>.</summary>
    public string StatusAt(DateTimeOffset now) => (StoppedAt, Elapsed) switch
    {
        ({ }, { } elapsed) => elapsed <= Target ? "met" : "breached",
        _ when DueAt is { } due && now > due => "breached",
        _ when AtRiskAt is { } risk && now > risk => "atRisk",
        _ => "onTrack",
    };
}
