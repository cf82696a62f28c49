using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;

namespace Baton.Handoffs.Erasing;

/// <summary>A handoff and its timeline without its person. Folding the timeline without the person gives the handoff without the person.</summary>
public static class ErasedHistory
{
    /// <summary>The handoff after it was erased.</summary>
    /// <param name="was">As it stood.</param>
    /// <param name="it">What happened.</param>
    internal static Handoff Of(Handoff was, HandoffEvent.Erased it) => was with
    {
        ErasedAt = it.At,
        Lead = PersonalData.Without(was.Lead),
        Route = PersonalData.Without(was.Route),
        Relatives = [.. was.Relatives.Select(PersonalData.Without)],
        Reason = was.Reason is { } reason ? reason with { Comment = null, FollowUp = null } : null,
        EarlierRejections = was.EarlierRejections is { } earlier ? [.. earlier.Select(r => r with { Comment = null })] : null,
        Contest = was.Contest is { } contest ? contest with { Comment = "" } : null,
        Opportunity = null,
        PauseReason = null,
        SnoozedUntil = null,
        ComesBackOn = null,
        Undoable = null,
        SeenMessages = [],
        Amendments = [],
        Last = new LastAct("erased", it.By, it.At),
    };

    /// <summary>What of an event is kept when its handoff is erased: who did what, when, and every code and number.</summary>
    public static HandoffEvent Of(HandoffEvent happened)
    {
        var kept = Kept(happened);
        return kept.Clocks is { } clocks ? kept with { Clocks = [.. clocks.Select(PersonalData.Without)] } : kept;
    }

    private static HandoffEvent Kept(HandoffEvent happened) => happened switch
    {
        HandoffEvent.Received it => it with
        {
            Lead = PersonalData.Without(it.Lead),
            Route = PersonalData.Without(it.Route),
            Relatives = it.Relatives is { } relatives ? [.. relatives.Select(PersonalData.Without)] : null,
        },
        HandoffEvent.Resubmitted it => it with { Lead = PersonalData.Without(it.Lead), Route = PersonalData.Without(it.Route) },
        HandoffEvent.Rejected it => it with { Comment = null, FollowUp = null },
        HandoffEvent.Reoffered it => it with { Route = PersonalData.Without(it.Route), Why = null },
        HandoffEvent.Touched it => it with { Note = null },
        HandoffEvent.QualifiedBySales it => it with { Opportunity = null },
        HandoffEvent.Recycled it => it with { Comment = null },
        HandoffEvent.Disqualified it => it with { Comment = null },
        HandoffEvent.Lost it => it with { Why = null },
        HandoffEvent.Withdrawn it => it with { Why = null },
        HandoffEvent.Contested it => it with { Comment = "" },
        HandoffEvent.ContestDecided it => it with { Comment = null },
        HandoffEvent.Commented it => it with { Text = "" },
        HandoffEvent.CommentEdited it => it with { Text = "" },
        HandoffEvent.Paused it => it with { Why = "" },
        HandoffEvent.Repeated it => it with { ExternalId = "", Latest = [.. it.Latest.Select(PersonalData.Without)] },
        HandoffEvent.Accepted or HandoffEvent.Undone or HandoffEvent.Snoozed or HandoffEvent.CameBack or HandoffEvent.Won or HandoffEvent.Acknowledged
            or HandoffEvent.CommentDeleted or HandoffEvent.Resumed or HandoffEvent.StepReached or HandoffEvent.NudgeSettled or HandoffEvent.CardShown
            or HandoffEvent.Erased or HandoffEvent.RelativeErased => happened,
        _ => throw new InvalidOperationException($"There is no rule for {happened.GetType().Name}."),
    };

    /// <summary>An event of another handoff without the name of a relative that was erased.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="relative">The handoff that was erased.</param>
    public static HandoffEvent Of(HandoffEvent happened, HandoffId relative) =>
        happened is HandoffEvent.Received { Relatives: { } relatives } it ? it with { Relatives = Of(relatives, relative) } : happened;

    /// <summary>Relatives without the name of one that was erased.</summary>
    internal static IReadOnlyList<RelatedHandoff> Of(IReadOnlyList<RelatedHandoff> relatives, HandoffId erased) =>
        [.. relatives.Select(r => r.Id == erased ? PersonalData.Without(r) : r)];
}
