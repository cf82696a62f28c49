using Baton.Handoffs.Erasing;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs;

/// <summary>Applies events to a handoff. Pure and total; it needs no configuration, so that an old timeline always folds to the same state.</summary>
public static class Fold
{
    private const int SeenMessagesKept = 50;
    private const int EngagementsKept = 200;
    private const int RejectionsKept = 20;

    /// <summary>The state after all events of a timeline, oldest first; null for none.</summary>
    public static Handoff? All(IEnumerable<HandoffEvent> timeline) => timeline.Aggregate((Handoff?)null, Apply);

    /// <summary>The state after one more event.</summary>
    /// <exception cref="InvalidOperationException">The first event is not <see cref="HandoffEvent.Received"/>, or a later one is.</exception>
    public static Handoff Apply(Handoff? before, HandoffEvent happened)
    {
        if (before is null)
        {
            return happened is HandoffEvent.Received received
                ? Begin(received)
                : throw new InvalidOperationException($"A timeline begins with 'received', not with {happened.GetType().Name}.");
        }

        var after = Change(before, happened) with { Version = before.Version + 1, ChangedAt = happened.At, Clocks = Merge(before.Clocks, happened.Clocks) };
        return IsOnCard(happened) ? after with { CardVersion = after.Version } : after;
    }

    /// <summary>Whether people can see on the card that this happened.</summary>
    public static bool IsOnCard(HandoffEvent happened) =>
        happened is not (HandoffEvent.CardShown or HandoffEvent.NudgeSettled
            or HandoffEvent.Commented or HandoffEvent.CommentEdited or HandoffEvent.CommentDeleted);

    private static Handoff Begin(HandoffEvent.Received it) => new()
    {
        Id = it.Id,
        Version = 1,
        CardVersion = 1,
        State = it.Missing.Count > 0 ? HandoffState.Returned : HandoffState.Offered,
        Round = it.Round,
        Follows = it.Follows,
        Lead = it.Lead,
        Score = it.Score,
        Tier = it.Tier,
        Missing = it.Missing,
        Route = it.Route,
        OfferedTo = it.OfferedTo,
        Relatives = it.Relatives ?? [],
        Clocks = it.Clocks ?? [],
        Last = new LastAct(it.Missing.Count > 0 ? "returned" : "received", it.By, it.At),
        ChangedAt = it.At,
        Milestones = new Milestones
        {
            QualifiedAtSource = it.Lead.QualifiedAt ?? it.At,
            Created = it.At,
            Offered = it.Missing.Count > 0 ? null : it.At,
        },
    };

    private static Handoff Change(Handoff was, HandoffEvent happened) => happened switch
    {
        HandoffEvent.Received => throw new InvalidOperationException("A timeline has one 'received'."),
        HandoffEvent.Resubmitted it => Resubmit(was, it),
        HandoffEvent.Accepted it => was with
        {
            State = HandoffState.Accepted,
            Owner = it.By,
            SnoozedUntil = it.EndsSnooze == true ? null : was.SnoozedUntil,
            Undoable = new Undoable("accept", it.By, was.State, was.Owner),
            Last = new LastAct("accepted", it.By, it.At),
            Milestones = was.Milestones with { Accepted = it.At },
        },
        HandoffEvent.Rejected it => was with
        {
            State = HandoffState.Rejected,
            Reason = new StandingReason(it.Code, it.Class, it.Comment, it.FollowUp, it.By, it.At),
            Contest = null,
            Undoable = new Undoable("reject", it.By, was.State, was.Owner),
            Last = new LastAct("rejected", it.By, it.At),
            Milestones = was.Milestones with { Rejected = it.At },
        },
        HandoffEvent.Reoffered it => Reoffer(was, it),
        HandoffEvent.Undone it => Undo(was, it),
        HandoffEvent.Snoozed it => was with { SnoozedUntil = it.Until, Last = new LastAct("snoozed", it.By, it.At) },
        HandoffEvent.Touched it => Touch(was, it),
        HandoffEvent.QualifiedBySales it => was with
        {
            State = HandoffState.Qualified,
            Opportunity = it.Opportunity,
            Last = new LastAct("qualified", it.By, it.At),
            Milestones = was.Milestones with { Qualified = it.At },
        },
        HandoffEvent.Recycled it => Close(was, HandoffState.Recycled, "recycled", it) with
        {
            ComesBackOn = it.On,
            Reason = new StandingReason(it.Code, ReasonClass.Recycle, it.Comment, null, it.By, it.At),
        },
        HandoffEvent.CameBack it => was with { FollowedBy = it.Next, Last = new LastAct("cameBack", it.By, it.At) },
        HandoffEvent.Disqualified it => Close(was, HandoffState.Disqualified, "disqualified", it) with
        {
            Reason = new StandingReason(it.Code, ReasonClass.Disqualify, it.Comment, null, it.By, it.At),
        },
        HandoffEvent.Won it when was.State == HandoffState.Won => was with { Amount = it.Amount, Currency = it.Currency, Last = new LastAct("won", it.By, it.At) },
        HandoffEvent.Won it => Close(was, HandoffState.Won, "won", it) with { Amount = it.Amount, Currency = it.Currency },
        HandoffEvent.Lost it => Close(was, HandoffState.Lost, "lost", it),
        HandoffEvent.Withdrawn it => Close(was, HandoffState.Withdrawn, it.IsByBaton ? "suppressed" : "withdrawn", it),
        HandoffEvent.Contested it => was with { Contest = new StandingContest(it.By, it.At, it.Comment, null), Last = new LastAct("contested", it.By, it.At) },
        HandoffEvent.ContestDecided it => was with { Contest = was.Contest! with { Upheld = it.Upheld }, PauseReason = it.Upheld ? null : was.PauseReason, Last = new LastAct(it.Upheld ? "contestUpheld" : "contestDismissed", it.By, it.At) },
        HandoffEvent.Acknowledged it => was with { AcknowledgedBy = it.By },
        HandoffEvent.Commented it => was with { SeenMessages = Seen(was, it.MessageId) },
        HandoffEvent.CommentEdited it => was with { Amendments = Amended(was, new Amendment(it.MessageId, it.WrittenAt, false)) },
        HandoffEvent.CommentDeleted it => was with { Amendments = Amended(was, new Amendment(it.MessageId, null, true)) },
        HandoffEvent.Paused it => was with { PauseReason = it.Why, Last = new LastAct("paused", it.By, it.At) },
        HandoffEvent.Resumed it => was with { PauseReason = null, Last = new LastAct("resumed", it.By, it.At) },
        HandoffEvent.Repeated it => was with { Repeats = was.Repeats + 1, SeenMessages = Seen(was, HandoffEvent.Repeated.Mark(it.Source, it.ExternalId)), Lead = was.Lead with { Engagements = Newest(was.Lead.Engagements, it.Latest) } },
        HandoffEvent.StepReached => was,
        HandoffEvent.NudgeSettled => was,
        HandoffEvent.CardShown it => was.Milestones.CardVisible is null ? was with { Milestones = was.Milestones with { CardVisible = it.At } } : was,
        HandoffEvent.Erased it => ErasedHistory.Of(was, it),
        HandoffEvent.RelativeErased it => was with { Relatives = ErasedHistory.Of(was.Relatives, it.Relative) },
        _ => throw new InvalidOperationException($"There is no rule for {happened.GetType().Name}."),
    };

    private static Handoff Resubmit(Handoff was, HandoffEvent.Resubmitted it) => was with
    {
        State = HandoffState.Offered,
        Lead = it.Lead,
        Score = it.Score,
        Tier = it.Tier,
        Missing = [],
        Route = it.Route,
        OfferedTo = it.OfferedTo,
        Owner = null,
        Undoable = null,
        Reason = null,
        EarlierRejections = Rejections(was),
        Contest = was.Contest is { Upheld: null } ? null : was.Contest,
        AcknowledgedBy = null,
        PauseReason = null,
        SnoozedUntil = null,
        Without = it.StartsOver == true ? [] : was.Without,
        Hops = it.StartsOver == true ? 0 : was.Hops,
        Last = new LastAct("resubmitted", it.By, it.At),
        Milestones = was.Milestones with { Offered = was.Milestones.Offered ?? it.At, Accepted = null, Rejected = null },
    };

    private static Handoff Reoffer(Handoff was, HandoffEvent.Reoffered it) => was with
    {
        State = HandoffState.Offered,
        Route = it.Route,
        OfferedTo = it.OfferedTo,
        Owner = null,
        Without = it.Without is { } left ? [.. was.Without.Where(p => p != left), left] : was.Without,
        Hops = it.Hops,
        Undoable = null,
        Reason = null,
        EarlierRejections = it.Cause == ReofferCause.ContestUpheld ? was.EarlierRejections : Rejections(was),
        AcknowledgedBy = null,
        SnoozedUntil = null,
        Last = new LastAct(LowerFirst(it.Cause.ToString()), it.By, it.At, it.OfferedTo),
        Milestones = was.Milestones with { Accepted = null, Rejected = null },
    };

    // Sales takes a contested rejection back: that is what marketing asked for, and nothing is left to decide. An accept that is taken back takes
    // its owner's snooze along, as a hand-back does: the others are reminded.
    private static Handoff Undo(Handoff was, HandoffEvent.Undone it) => was with
    {
        State = it.State,
        Owner = it.Owner,
        Reason = null,
        Contest = was.Contest is { Upheld: null } open ? open with { Upheld = true } : was.Contest,
        AcknowledgedBy = null,
        SnoozedUntil = was.State == HandoffState.Accepted ? null : was.SnoozedUntil,
        Undoable = it.State == HandoffState.Accepted && it.Owner is { } owner ? new Undoable("accept", owner, HandoffState.Offered, null) : null,
        Last = new LastAct("undone", it.By, it.At),
        Milestones = was.Milestones with { Rejected = null, Accepted = it.State == HandoffState.Accepted ? was.Milestones.Accepted : null },
    };

    // What was rejected and is offered again, because of what was said: a rejection that a manager overruled is none any more.
    private static IReadOnlyList<EarlierRejection>? Rejections(Handoff was) => was is { State: HandoffState.Rejected, Reason: { } reason }
        ? [.. (was.EarlierRejections ?? []).TakeLast(RejectionsKept - 1), new EarlierRejection(reason.Code, reason.Class, reason.Comment, reason.By, reason.At, was.Route.Pool)]
        : was.EarlierRejections;

    private static Handoff Touch(Handoff was, HandoffEvent.Touched it) => was with
    {
        State = HandoffState.Contacted,
        Attempts = it.Attempt,
        Undoable = null,
        SnoozedUntil = null,
        Last = new LastAct(it.Attempt == 1 ? "touched" : "touchedAgain", it.By, it.At),
        Milestones = was.Milestones with { FirstTouch = was.Milestones.FirstTouch ?? it.At },
    };

    private static Handoff Close(Handoff was, HandoffState state, string kind, HandoffEvent happened) => was with
    {
        State = state,
        Undoable = null,
        AcknowledgedBy = null,
        PauseReason = null,
        SnoozedUntil = null,
        Last = new LastAct(kind, happened.By, happened.At),
        Milestones = was.Milestones with { Closed = happened.At },
    };

    private static IReadOnlyList<ClockState> Merge(IReadOnlyList<ClockState> before, IReadOnlyList<ClockState>? changed) =>
        changed is null ? before : [.. before.Where(c => changed.All(n => n.Kind != c.Kind)), .. changed];

    // Somebody who comes again every day must not make the row grow for ever.
    private static IReadOnlyList<Engagement> Newest(IReadOnlyList<Engagement> before, IReadOnlyList<Engagement> latest) =>
        [.. before.Concat(latest).TakeLast(EngagementsKept)];

    private static IReadOnlyList<string> Seen(Handoff was, string id) => [.. was.SeenMessages.TakeLast(SeenMessagesKept - 1), id];

    private static IReadOnlyList<Amendment> Amended(Handoff was, Amendment now) =>
        [.. was.Amendments.Where(a => a.MessageId != now.MessageId).TakeLast(SeenMessagesKept - 1), now];

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
