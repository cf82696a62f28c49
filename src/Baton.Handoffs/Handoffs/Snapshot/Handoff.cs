using System.Text.Json.Serialization;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// One passing of one lead to sales, as it stands: the fold of its events. Stored as JSON beside them; property names are stored and stay as they are.
/// </summary>
public sealed record Handoff
{
    /// <summary>The version of this form in the store: since 2, lead and score are apart (<see cref="Origin"/>).</summary>
    public const int CurrentSchema = 2;

    /// <summary>The form in which it was written.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Its name.</summary>
    public required HandoffId Id { get; init; }

    /// <summary>How many events it has.</summary>
    public required int Version { get; init; }

    /// <summary>The version of the last event that people can see on its card; deliveries do not count.</summary>
    public required int CardVersion { get; init; }

    /// <summary>Where it stands.</summary>
    public required HandoffState State { get; init; }

    /// <summary>Which handoff of its lead, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The handoff that was recycled into this one.</summary>
    public HandoffId? Follows { get; init; }

    /// <summary>Lead and score, which most of what happens leaves alone.</summary>
    [JsonIgnore]
    public Origin Origin { get; init; } = Origin.None;

    // Both are null where a store reads what it keeps apart from them.

    /// <summary>The lead, with what marketing fixed.</summary>
    public required Lead Lead
    {
        get => Origin.Lead;
        init => Origin = value is null ? Origin : Origin.With(value);
    }

    /// <summary>Its score.</summary>
    public required ScoreCard Score
    {
        get => Origin.Score;
        init => Origin = value is null ? Origin : Origin.With(value);
    }

    /// <summary>Its tier.</summary>
    public required Tier Tier { get; init; }

    /// <summary>Required fields that are missing.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Who gets it, and why.</summary>
    public required Route Route { get; init; }

    /// <summary>Whom it is offered to; null means the whole pool.</summary>
    public EmailAddress? OfferedTo { get; init; }

    /// <summary>Who has it: set from accepted on.</summary>
    public EmailAddress? Owner { get; init; }

    /// <summary>Who had it offered and let it run out.</summary>
    public IReadOnlyList<EmailAddress> Without { get; init; } = [];

    /// <summary>How often the ladder moved it on.</summary>
    public int Hops { get; init; }

    /// <summary>Its clocks, at most one of each kind.</summary>
    public IReadOnlyList<ClockState> Clocks { get; init; } = [];

    /// <summary>Attempts to reach the contact.</summary>
    public int Attempts { get; init; }

    /// <summary>End of the snooze.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Why its clocks are paused; null when they are not. It outlasts a rejection, because that can be undone.</summary>
    public string? PauseReason { get; init; }

    /// <summary>The standing reason for a rejection, recycling or disqualification.</summary>
    public StandingReason? Reason { get; init; }

    /// <summary>
    /// Rejections that stand no more because marketing fixed the lead or the rep named the right owner; oldest first, at most 20, null for none. One
    /// that its rep took back, or a manager overruled, is not among them. Snapshots of older releases lack those from before.
    /// </summary>
    public IReadOnlyList<EarlierRejection>? EarlierRejections { get; init; }

    /// <summary>Marketing's contest of the rejection.</summary>
    public StandingContest? Contest { get; init; }

    /// <summary>Who in marketing has read the rejection.</summary>
    public EmailAddress? AcknowledgedBy { get; init; }

    /// <summary>What can be undone, and by whom.</summary>
    public Undoable? Undoable { get; init; }

    /// <summary>When a recycled one comes back.</summary>
    public DateTimeOffset? ComesBackOn { get; init; }

    /// <summary>The handoff that followed a recycled one.</summary>
    public HandoffId? FollowedBy { get; init; }

    /// <summary>The opportunity's name in the CRM.</summary>
    public string? Opportunity { get; init; }

    /// <summary>Amount won.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Its currency, ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>The last thing that people did, for the card's status line.</summary>
    public required LastAct Last { get; init; }

    /// <summary>When what happened.</summary>
    public required Milestones Milestones { get; init; }

    /// <summary>When its latest event happened; null in snapshots of older releases.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When its person was erased: since then it says nothing of the person, and nothing happens to it any more. Null for all others.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>How often the same person came again while it lived.</summary>
    public int Repeats { get; init; }

    /// <summary>Ids of thread messages already in the timeline, newest last, at most 50.</summary>
    public IReadOnlyList<string> SeenMessages { get; init; } = [];

    /// <summary>Thread messages that were changed or deleted after they were written, newest last, at most 50.</summary>
    public IReadOnlyList<Amendment> Amendments { get; init; } = [];

    /// <summary>The clock of a kind, or null.</summary>
    public ClockState? Clock(ClockKind kind) => Clocks.FirstOrDefault(c => c.Kind == kind);

    /// <summary>Other handoffs of the same person or company, as they stood when this one began; at most a few, the most telling first.</summary>
    public IReadOnlyList<RelatedHandoff> Relatives { get; init; } = [];

    /// <summary>Whether its person is in it: it is open, and the person is not erased.</summary>
    [JsonIgnore]
    public bool HoldsPerson => ErasedAt is null && State.IsOpen();

    /// <summary>Whether its clocks are paused.</summary>
    public bool IsPaused => Clocks.Any(c => c.IsPaused);

    /// <summary>One of its clocks' account of itself.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="now">The present.</param>
    /// <param name="calendars">All calendars.</param>
    public ClockExplanation Explain(ClockState clock, DateTimeOffset now, CalendarBook calendars)
    {
        var account = clock.Explain(now, calendars);
        return account.Status == ClockStatus.Met && !Milestones.Reach(clock.Kind) ? account with { Status = ClockStatus.Ended } : account;
    }
}

/// <summary>Another handoff of the same person or company: a possible duplicate, or a customer.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">How it stood.</param>
/// <param name="IsSamePerson">Whether it is of the same e-mail address; else of the same company.</param>
/// <param name="Contact">Its contact's name.</param>
/// <param name="Owner">Who has it, or had it last.</param>
/// <param name="Created">When it began.</param>
public sealed record RelatedHandoff(HandoffId Id, HandoffState State, bool IsSamePerson, string? Contact, EmailAddress? Owner, DateTimeOffset Created);

/// <summary>A reason that stands.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Class">Its class.</param>
/// <param name="Comment">The comment that came with it.</param>
/// <param name="FollowUp">The answer to its one further question.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">When.</param>
public sealed record StandingReason(string Code, ReasonClass Class, string? Comment, string? FollowUp, EmailAddress By, DateTimeOffset At);

/// <summary>A rejection that stands no more, and was feedback all the same.</summary>
/// <param name="Code">Its reason's code.</param>
/// <param name="Class">Its reason's class.</param>
/// <param name="Comment">The comment that came with it.</param>
/// <param name="By">Who rejected.</param>
/// <param name="At">When.</param>
/// <param name="Pool">The pool that it was routed to then.</param>
public sealed record EarlierRejection(string Code, ReasonClass Class, string? Comment, EmailAddress By, DateTimeOffset At, string Pool);

/// <summary>A contest and what came of it.</summary>
/// <param name="By">Who in marketing.</param>
/// <param name="At">When.</param>
/// <param name="Comment">Why.</param>
/// <param name="Upheld">The manager's decision; null while open.</param>
public sealed record StandingContest(EmailAddress By, DateTimeOffset At, string Comment, bool? Upheld);

/// <summary>What became of a message after it was written.</summary>
/// <param name="MessageId">The platform's id of it.</param>
/// <param name="WrittenAt">When its newest text was written; null when it was never changed.</param>
/// <param name="Deleted">Whether it was deleted.</param>
public sealed record Amendment(string MessageId, DateTimeOffset? WrittenAt, bool Deleted);

/// <summary>An accept or reject that its maker can take back.</summary>
/// <param name="What"><c>accept</c> or <c>reject</c>.</param>
/// <param name="By">Who made it.</param>
/// <param name="State">The state before.</param>
/// <param name="Owner">The owner before.</param>
public sealed record Undoable(string What, EmailAddress By, HandoffState State, EmailAddress? Owner);

/// <summary>The last act that the card tells of.</summary>
/// <param name="Kind">The event's discriminator, such as <c>accepted</c>.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="To">To whom, where that is part of it.</param>
public sealed record LastAct(string Kind, EmailAddress By, DateTimeOffset At, EmailAddress? To = null);

/// <summary>When what happened, UTC; null for what has not.</summary>
public sealed record Milestones
{
    /// <summary>Qualified at the source.</summary>
    public required DateTimeOffset QualifiedAtSource { get; init; }

    /// <summary>Taken by Baton.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>First offered: handed over.</summary>
    public DateTimeOffset? Offered { get; init; }

    /// <summary>First visible in a sales channel.</summary>
    public DateTimeOffset? CardVisible { get; init; }

    /// <summary>Accepted, standing.</summary>
    public DateTimeOffset? Accepted { get; init; }

    /// <summary>Rejected, standing.</summary>
    public DateTimeOffset? Rejected { get; init; }

    /// <summary>First touch.</summary>
    public DateTimeOffset? FirstTouch { get; init; }

    /// <summary>Qualified by sales.</summary>
    public DateTimeOffset? Qualified { get; init; }

    /// <summary>Recycled, disqualified, won, lost or withdrawn.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>Whether what a clock waits for came about, rather than that nobody waits for it any more.</summary>
    /// <param name="clock">Which clock.</param>
    public bool Reach(ClockKind clock) => clock switch
    {
        ClockKind.Accept => (Accepted ?? Rejected) is not null,
        ClockKind.Contact => FirstTouch is not null,
        _ => (Qualified ?? Closed) is not null,
    };
}
