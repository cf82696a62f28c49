using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Nudges;

/// <summary>Writes what became of a person's reminders into the timelines of their handoffs, each once.</summary>
public sealed class InboxTimeline(IHandoffStore store, SafetyWakes wakes, IDeliveries deliveries, Terms terms)
{
    private const int MaxTries = 20;

    /// <summary>Whether the timeline says already what became of it in the end; being muted for a while is no end.</summary>
    public Task<bool> TellsAsync(InboxItem item, CancellationToken cancellation) => TellsAsync(store, item, cancellation);

    /// <summary>The same for who only reads.</summary>
    public static async Task<bool> TellsAsync(IHandoffStore store, InboxItem item, CancellationToken cancellation)
    {
        await foreach (var happened in store.TimelineAsync(item.Handoff, cancellation))
        {
            if (happened is HandoffEvent.NudgeSettled { Outcome: not (NudgeOutcome.Snoozed or NudgeOutcome.Away) } settled && settled.Nudge == item.Word.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes it, and the message that is to be kept up to date; harmless when it is there.</summary>
    public async Task NoteAsync(EmailAddress person, InboxSettled settled, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await store.LoadAsync(settled.Item.Handoff, cancellation) is not { } stored || await TellsAsync(settled.Item, cancellation))
            {
                return;
            }

            if (await CommitAsync(Change(stored, person, settled, now), cancellation))
            {
                return;
            }
        }

        throw new TimeoutException($"Handoff {settled.Item.Handoff} was changed by others {MaxTries} times while a reminder was noted; it is tried again.");
    }

    // What leaves nothing to do needs no wake-up.
    private async Task<bool> CommitAsync(HandoffChange change, CancellationToken cancellation)
    {
        if (change.Effects.Count == 0)
        {
            return await store.CommitAsync(change, cancellation);
        }

        var safety = wakes.Begin(change.Id, cancellation);
        if (!await safety.CommitAsync(change, cancellation))
        {
            return false;
        }

        deliveries.Kick(change.Id, safety.Wake);
        return true;
    }

    // A message that shows less than the handoff has become since is brought up to date like every other.
    private HandoffChange Change(Stored stored, EmailAddress person, InboxSettled settled, DateTimeOffset now)
    {
        var note = new Intent.Settle(settled.Item.Word.Id, person, settled.Outcome);
        var happens = (Decision.Happens)Decide.On(stored.Handoff, note, Person.Baton, terms, now);
        var change = HandoffDesk.Change(stored.Handoff, stored.Tag, happens.Events, terms);
        if (settled.Message is not { } message)
        {
            return change;
        }

        change = change with { Messages = [new CardMessage(Slots.Direct(person, settled.Item.Word.Id), message.Place, message.Id, settled.Version)] };
        return settled.Version < stored.Handoff.CardVersion
            ? change with { Effects = [.. change.Effects, new Effect.ShowCard($"{change.After!.Version:D6}-card-{message.Id}", stored.Handoff.CardVersion)] }
            : change;
    }
}
