using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Handoffs.Effects;

/// <summary>What has to be done in the world because of what happened. Pure.</summary>
public static class EffectsOf
{
    /// <summary>The effects of a commit.</summary>
    /// <param name="after">The handoff after the events.</param>
    /// <param name="events">The events, in order; the last one made <paramref name="after"/>'s version.</param>
    /// <param name="terms">Who is whose manager, and when people work.</param>
    public static IReadOnlyList<Effect> Commit(Handoff after, IReadOnlyList<HandoffEvent> events, Terms terms)
    {
        var effects = new List<Effect>();
        var number = after.Version - events.Count;
        foreach (var happened in events)
        {
            number++;
            effects.AddRange(Of(after, happened, number, terms));
            effects.AddRange(Calls(happened, number, terms));
        }

        if (after.CardVersion > after.Version - events.Count && (after.State != HandoffState.Returned || after.ErasedAt is not null))
        {
            effects.Add(new Effect.ShowCard(Name(after.Version, "card"), after.CardVersion));
        }

        if (events.Any(ChangesFact))
        {
            effects.Add(new Effect.RecordFact(Name(after.Version, "fact"), after.Version));
        }

        return effects;
    }

    /// <summary>Whether marketing is told of it in the campaign's thread.</summary>
    public static bool IsFeedback(HandoffEvent happened) => happened is HandoffEvent.Rejected or HandoffEvent.Recycled or HandoffEvent.Disqualified
        or HandoffEvent.Won or HandoffEvent.Lost or HandoffEvent.Contested or HandoffEvent.ContestDecided or HandoffEvent.Resubmitted
        or HandoffEvent.Undone { What: "reject" } or HandoffEvent.Received { Missing.Count: > 0 };

    private static bool ChangesFact(HandoffEvent happened) =>
        happened is not (HandoffEvent.NudgeSettled or HandoffEvent.Commented or HandoffEvent.CommentEdited or HandoffEvent.CommentDeleted or HandoffEvent.Acknowledged or HandoffEvent.Snoozed or HandoffEvent.StepReached);

    private static IEnumerable<Effect> Of(Handoff after, HandoffEvent happened, int number, Terms terms)
    {
        if (IsFeedback(happened))
        {
            yield return new Effect.Feedback(Name(number, "feedback"), number);
        }

        foreach (var effect in happened switch
        {
            HandoffEvent.StepReached it => Nudges(after, it, number, terms),
            HandoffEvent.Reoffered { OfferedTo: { } to } it when to != it.By => [new Effect.Tell(Name(number, "tell"), number, to)],
            HandoffEvent.Reoffered { Cause: ReofferCause.OwnerAway } or HandoffEvent.Contested => TellManagers(after, number, terms),
            HandoffEvent.Received { OfferedTo: { } to } => [new Effect.Tell(Name(number, "tell"), number, to)],
            HandoffEvent.Rejected { Class: ReasonClass.Compliance } when after.Lead.Contact.Email is { } email => [new Effect.Suppress(Name(number, "suppress"), email)],
            HandoffEvent.Undone { What: "reject" } or HandoffEvent.Resubmitted or HandoffEvent.Reoffered { Cause: ReofferCause.ContestUpheld }
                when after.Lead.Contact.Email is { } email => [new Effect.Claim(Name(number, "claim"), email)],
            HandoffEvent.CameBack it => [new Effect.OfferAgain(Name(number, "again"), it.Next, after.Round + 1)],
            _ => Enumerable.Empty<Effect>(),
        })
        {
            yield return effect;
        }
    }

    private static IEnumerable<Effect> Calls(HandoffEvent happened, int number, Terms terms) =>
        terms.Hooks.Count > 0 && HookTypes.Of(happened) is { } type
            ? terms.Hooks.Where(h => h.Types.Contains(type)).Select(h => new Effect.CallHook(Name(number, $"hook-{h.Name}"), number, h.Name))
            : [];

    private static IEnumerable<Effect> TellManagers(Handoff after, int number, Terms terms) =>
        terms.Roster.ManagersOf(after.Route.Pool).Select((m, i) => new Effect.Tell(Name(number, $"tell{i}"), number, m.Email));

    // A step for the owner goes to who owns it or has it offered, else under the card, for the whole pool. A hop tells managers too.
    private static IEnumerable<Effect> Nudges(Handoff after, HandoffEvent.StepReached step, int number, Terms terms)
    {
        EmailAddress? owner = after.Owner ?? after.OfferedTo;
        if (step.Action is LadderAction.NudgeOwner or LadderAction.NudgeOwnerAndManager)
        {
            yield return Nudge(step, number, "owner", owner, false, terms, after);
        }

        if (step.Action != LadderAction.NudgeOwner)
        {
            var i = 0;
            foreach (var manager in terms.Roster.ManagersOf(after.Route.Pool).Where(m => m.Email != owner || step.Action is LadderAction.ManagerDecides or LadderAction.ManagerAskedAgain))
            {
                yield return Nudge(step, number, $"manager{i++}", manager.Email, true, terms, after);
            }
        }
    }

    // What is for a person waits in the person's inbox when it is not the time; what is for the pool waits here.
    private static Effect.Nudge Nudge(HandoffEvent.StepReached step, int number, string whom, EmailAddress? to, bool asManager, Terms terms, Handoff after) =>
        new(Name(number, $"nudge-{whom}"), step.Clock, step.Percent, step.Action, to, asManager)
        {
            NotBefore = to is null ? terms.Calendars.Get(after.Route.Calendar).NextOpen(step.At) : null,
        };

    private static string Name(int number, string what) => $"{number:D6}-{what}";
}
