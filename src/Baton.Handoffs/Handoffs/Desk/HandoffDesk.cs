using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Handoffs.Desk;

/// <summary>
/// The one way in which a handoff changes, for people, programs and timers alike: load, decide, commit. Two round trips in sequence:
/// the safety wake-up is written beside the read (or with the change, where the store does both at once), then one atomic batch.
/// </summary>
public sealed class HandoffDesk(IHandoffStore store, SafetyWakes wakes, Terms terms, IDeliveries deliveries, ILeadIndex? index = null)
{
    private const int MaxTries = 20;

    /// <summary>What both departments agreed on.</summary>
    public Terms Terms => terms;

    /// <summary>Carries an intent out, or says why not. When the answer is there, the change is stored.</summary>
    /// <param name="id">Which handoff.</param>
    /// <param name="intent">What is wanted.</param>
    /// <param name="actor">Who wants it; already authenticated by the edge.</param>
    /// <param name="now">When, read once at the edge.</param>
    /// <param name="cancellation">Ends the wait; what is committed stays committed.</param>
    public async Task<DeskAnswer> HandleAsync(HandoffId id, Intent intent, Person actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var safety = wakes.Begin(id, cancellation);
        var stored = await store.LoadAsync(id, cancellation);
        await safety.Written;
        if (stored is not null && Reached(stored.Handoff, intent) is { } email && await IsSuppressedAsync(stored.Handoff, email, cancellation))
        {
            return new DeskAnswer.Refused(new Refusal.Suppressed(), stored.Handoff);
        }

        for (var tries = 1; stored is not null; tries++)
        {
            switch (Decide.On(stored.Handoff, intent, actor, terms, now))
            {
                case Decision.Refused refused:
                    return new DeskAnswer.Refused(refused.Why, stored.Handoff);
                case Decision.Happens { Events.Count: 0 }:
                    return new DeskAnswer.Done(stored.Handoff, []);
                case Decision.Happens happens:
                    var change = Change(stored.Handoff, stored.Tag, happens.Events, terms);
                    if (await safety.CommitAsync(change, cancellation))
                    {
                        deliveries.Kick(id, safety.Wake);
                        return new DeskAnswer.Done(change.After!, happens.Events);
                    }

                    break;
            }

            if (tries == MaxTries)
            {
                throw new TimeoutException($"Handoff {id} was changed by others {MaxTries} times while this was being decided; try again.");
            }

            stored = await store.LoadAsync(id, cancellation);
        }

        return new DeskAnswer.NotFound(id);
    }

    // Whom sales would be asked to call once more, or under a corrected address.
    private static EmailAddress? Reached(Handoff handoff, Intent intent) => intent switch
    {
        Intent.Resubmit it => it.Fix.Mend(handoff.Lead).Contact.Email,
        Intent.DecideContest { Uphold: true } or Intent.Undo when handoff.State == HandoffState.Rejected => handoff.Lead.Contact.Email,
        _ => null,
    };

    // Another handoff of the same person may have told that the person must not be contacted, which no decision about this one alone can know.
    private async Task<bool> IsSuppressedAsync(Handoff handoff, EmailAddress email, CancellationToken cancellation) =>
        index is not null && (await index.LookUpAsync(handoff.Lead.Source, handoff.Lead.ExternalId, email, cancellation)).Suppressed;

    /// <summary>The change that these events make to a snapshot, with their effects.</summary>
    public static HandoffChange Change(Handoff? before, string? tag, IReadOnlyList<HandoffEvent> events, Terms terms)
    {
        var after = events.Aggregate(before, Fold.Apply)!;
        return new HandoffChange(after.Id) { After = after, Tag = tag, Events = events, Effects = EffectsOf.Commit(after, events, terms) };
    }
}

/// <summary>What came of an intent.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>Stored (or there was nothing to do).</summary>
    public sealed record Done(Handoff Handoff, IReadOnlyList<HandoffEvent> Events) : DeskAnswer;

    /// <summary>Not done, for this reason; the handoff as it stands.</summary>
    public sealed record Refused(Refusal Why, Handoff Handoff) : DeskAnswer;

    /// <summary>There is no such handoff.</summary>
    public sealed record NotFound(HandoffId Id) : DeskAnswer;
}

/// <summary>Does at once what a commit left in the outbox; when it cannot, the safety wake-up does it later.</summary>
public interface IDeliveries
{
    /// <summary>Asks for it. Never waits and never fails.</summary>
    void Kick(HandoffId id, Wake safety);
}
