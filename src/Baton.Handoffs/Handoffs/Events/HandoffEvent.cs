using System.Text.Json.Serialization;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs.Events;

/// <summary>
/// Something that happened to a handoff: appended once, never changed but to take a person out of it who was erased. Discriminators and property names are stored and stay as they are.
/// An event carries what it computed (clocks, dates), so that folding needs no configuration and always gives the stored state.
/// </summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(Resubmitted), "resubmitted")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(Reoffered), "reoffered")]
[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(Snoozed), "snoozed")]
[JsonDerivedType(typeof(Touched), "touched")]
[JsonDerivedType(typeof(QualifiedBySales), "qualified")]
[JsonDerivedType(typeof(Recycled), "recycled")]
[JsonDerivedType(typeof(CameBack), "cameBack")]
[JsonDerivedType(typeof(Disqualified), "disqualified")]
[JsonDerivedType(typeof(Won), "won")]
[JsonDerivedType(typeof(Lost), "lost")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Contested), "contested")]
[JsonDerivedType(typeof(ContestDecided), "contestDecided")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(Commented), "commented")]
[JsonDerivedType(typeof(CommentEdited), "commentEdited")]
[JsonDerivedType(typeof(CommentDeleted), "commentDeleted")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Repeated), "repeated")]
[JsonDerivedType(typeof(StepReached), "stepReached")]
[JsonDerivedType(typeof(NudgeSettled), "nudgeSettled")]
[JsonDerivedType(typeof(CardShown), "cardShown")]
[JsonDerivedType(typeof(Erased), "erased")]
[JsonDerivedType(typeof(RelativeErased), "relativeErased")]
public abstract record HandoffEvent(DateTimeOffset At, EmailAddress By)
{
    /// <summary>The clocks that this event started, stopped or changed, as they are after it; null when none.</summary>
    public IReadOnlyList<ClockState>? Clocks { get; init; }

    /// <summary>Marketing sent it. With fields missing it goes back (Returned), else its card goes up (Offered).</summary>
    public sealed record Received(DateTimeOffset At, EmailAddress By, HandoffId Id, int Round, Lead Lead, ScoreCard Score, Tier Tier, IReadOnlyList<string> Missing, Route Route, EmailAddress? OfferedTo, HandoffId? Follows) : HandoffEvent(At, By)
    {
        /// <summary>Other handoffs of the same person or company; null when none was found.</summary>
        public IReadOnlyList<RelatedHandoff>? Relatives { get; init; }
    }

    /// <summary>Marketing fixed it and it is offered.</summary>
    public sealed record Resubmitted(DateTimeOffset At, EmailAddress By, Lead Lead, ScoreCard Score, Tier Tier, Route Route, EmailAddress? OfferedTo) : HandoffEvent(At, By)
    {
        /// <summary>Whether whoever had it may take it again, as it is another lead now; null in old timelines, where that was not so.</summary>
        public bool? StartsOver { get; init; }
    }

    /// <summary>A rep took it.</summary>
    public sealed record Accepted(DateTimeOffset At, EmailAddress By) : HandoffEvent(At, By)
    {
        /// <summary>Whether it ends a snooze of the offer, which is no wish of the one who took it; null when there was none, and in old timelines.</summary>
        public bool? EndsSnooze { get; init; }
    }

    /// <summary>Sales refused it before contact.</summary>
    public sealed record Rejected(DateTimeOffset At, EmailAddress By, string Code, ReasonClass Class, string? Comment, string? FollowUp) : HandoffEvent(At, By);

    /// <summary>It is up for taking again, or for somebody else.</summary>
    public sealed record Reoffered(DateTimeOffset At, EmailAddress By, ReofferCause Cause, Route Route, EmailAddress? OfferedTo, EmailAddress? Without, int Hops, string? Why) : HandoffEvent(At, By);

    /// <summary>An accept or reject was taken back by the one who made it.</summary>
    public sealed record Undone(DateTimeOffset At, EmailAddress By, string What, HandoffState State, EmailAddress? Owner) : HandoffEvent(At, By);

    /// <summary>Nudges are muted until then.</summary>
    public sealed record Snoozed(DateTimeOffset At, EmailAddress By, DateTimeOffset Until) : HandoffEvent(At, By);

    /// <summary>An attempt to reach the contact.</summary>
    public sealed record Touched(DateTimeOffset At, EmailAddress By, int Attempt, string? Note) : HandoffEvent(At, By);

    /// <summary>Qualified by sales.</summary>
    public sealed record QualifiedBySales(DateTimeOffset At, EmailAddress By, string? Opportunity) : HandoffEvent(At, By);

    /// <summary>To come back on a date.</summary>
    public sealed record Recycled(DateTimeOffset At, EmailAddress By, string Code, DateTimeOffset On, string? Comment) : HandoffEvent(At, By);

    /// <summary>The date of a recycled one came: a new handoff follows it.</summary>
    public sealed record CameBack(DateTimeOffset At, EmailAddress By, HandoffId Next) : HandoffEvent(At, By);

    /// <summary>No, for good.</summary>
    public sealed record Disqualified(DateTimeOffset At, EmailAddress By, string Code, string? Comment) : HandoffEvent(At, By);

    /// <summary>Won; once more when another amount became known after that.</summary>
    public sealed record Won(DateTimeOffset At, EmailAddress By, decimal? Amount, string? Currency) : HandoffEvent(At, By);

    /// <summary>Lost.</summary>
    public sealed record Lost(DateTimeOffset At, EmailAddress By, string? Why) : HandoffEvent(At, By);

    /// <summary>Marketing took it back, or Baton, because the person must not be contacted.</summary>
    public sealed record Withdrawn(DateTimeOffset At, EmailAddress By, string? Why) : HandoffEvent(At, By)
    {
        /// <summary>Whether Baton did it.</summary>
        [JsonIgnore]
        public bool IsByBaton => By == People.Person.Baton.Email;
    }

    /// <summary>Marketing does not agree with the rejection.</summary>
    public sealed record Contested(DateTimeOffset At, EmailAddress By, string Comment) : HandoffEvent(At, By);

    /// <summary>A manager decided the contest.</summary>
    public sealed record ContestDecided(DateTimeOffset At, EmailAddress By, bool Upheld, string? Comment) : HandoffEvent(At, By);

    /// <summary>Marketing has read the rejection.</summary>
    public sealed record Acknowledged(DateTimeOffset At, EmailAddress By) : HandoffEvent(At, By);

    /// <summary>Somebody wrote about it.</summary>
    public sealed record Commented(DateTimeOffset At, EmailAddress By, string Text, string MessageId) : HandoffEvent(At, By);

    /// <summary>Somebody changed what they had written; the text before stays in its own event.</summary>
    public sealed record CommentEdited(DateTimeOffset At, EmailAddress By, string Text, string MessageId, DateTimeOffset WrittenAt) : HandoffEvent(At, By);

    /// <summary>What somebody had written was deleted; it is not shown any more.</summary>
    public sealed record CommentDeleted(DateTimeOffset At, EmailAddress By, string MessageId) : HandoffEvent(At, By);

    /// <summary>Its clocks stand still.</summary>
    public sealed record Paused(DateTimeOffset At, EmailAddress By, string Why) : HandoffEvent(At, By);

    /// <summary>Its clocks run again.</summary>
    public sealed record Resumed(DateTimeOffset At, EmailAddress By) : HandoffEvent(At, By);

    /// <summary>The same person came again.</summary>
    public sealed record Repeated(DateTimeOffset At, EmailAddress By, string Source, string ExternalId, IReadOnlyList<Engagement> Latest) : HandoffEvent(At, By)
    {
        /// <summary>What a handoff remembers the newcomer by, so that the same one counts once.</summary>
        public static string Mark(string source, string externalId) => $"lead:{source.Length}:{source}{externalId}";
    }

    /// <summary>A clock reached a step of its ladder.</summary>
    public sealed record StepReached(DateTimeOffset At, EmailAddress By, ClockKind Clock, int Percent, LadderAction Action) : HandoffEvent(At, By);

    /// <summary>What became of a nudge, with the reason.</summary>
    public sealed record NudgeSettled(DateTimeOffset At, EmailAddress By, string Nudge, EmailAddress? Recipient, NudgeOutcome Outcome) : HandoffEvent(At, By);

    /// <summary>Its card is visible.</summary>
    public sealed record CardShown(DateTimeOffset At, EmailAddress By, Place Place, string MessageId) : HandoffEvent(At, By);

    /// <summary>Its person was erased: what says who it was is gone from the snapshot and from the events before this one.</summary>
    public sealed record Erased(DateTimeOffset At, EmailAddress By) : HandoffEvent(At, By);

    /// <summary>The person of another handoff that this one names was erased: the name is gone here too.</summary>
    public sealed record RelativeErased(DateTimeOffset At, EmailAddress By, HandoffId Relative) : HandoffEvent(At, By);
}

/// <summary>Why a handoff is offered again. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReofferCause>))]
public enum ReofferCause
{
    /// <summary>Somebody passed it on.</summary>
    PassedOn,

    /// <summary>Its owner handed it back.</summary>
    HandedBack,

    /// <summary>A manager assigned it.</summary>
    Assigned,

    /// <summary>Nobody decided in time: the pool again, without whom it was offered to.</summary>
    LadderToPool,

    /// <summary>Too many hops: the named fallback owner.</summary>
    Fallback,

    /// <summary>Rejected as wrong owner: goes to the right one.</summary>
    Rerouted,

    /// <summary>A manager upheld marketing's contest.</summary>
    ContestUpheld,

    /// <summary>Who had it is away for long.</summary>
    OwnerAway,
}

/// <summary>What became of a nudge. The names are stored and shown with <c>/funnel lead</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NudgeOutcome>))]
public enum NudgeOutcome
{
    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Muted by a snooze. What is still true when it ends is told then.</summary>
    Snoozed,

    /// <summary>Muted: its clocks are paused.</summary>
    Paused,

    /// <summary>Muted: the person is away. What is still true when the absence ends is told then.</summary>
    Away,

    /// <summary>The handoff had moved on before it could be sent.</summary>
    MovedOn,

    /// <summary>A later step of the same clock says it already.</summary>
    Superseded,

    /// <summary>The platform does not know the person.</summary>
    NobodyThere,

    /// <summary>The platform refused for good.</summary>
    Refused,
}
