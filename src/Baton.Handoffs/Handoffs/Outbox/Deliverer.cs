using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Does what is in one handoff's outbox: claim by compare-and-swap, try, then record and delete in one batch.
/// A claim that expired unrecorded is an uncertain send. Of several updates of the card only the newest is sent.
/// </summary>
public sealed class Deliverer(IHandoffStore store, EffectHandlers handlers, Terms terms, Pulse pulse, TimeProvider time)
{
    private const int MaxEntries = 30;
    private const int MaxTries = 20;

    /// <summary>Tries everything that is due; answers when the rest is, or null when nothing is left that time alone brings on.</summary>
    /// <param name="file">The handoff as it was just read.</param>
    /// <param name="cancellation">Stops between sends.</param>
    public async Task<DateTimeOffset?> DeliverAsync(HandoffFile file, CancellationToken cancellation)
    {
        for (var pass = 0; pass < MaxTries; pass++)
        {
            var now = time.GetUtcNow();
            var (due, stale) = Due(file, now);
            if (due.Count == 0 && stale.Count == 0)
            {
                break;
            }

            if (await ClaimAsync(file, due, now, cancellation) is not { } claimed)
            {
                return now + pulse.FirstRetry;
            }

            await RecordAsync(claimed, stale, await TryAllAsync(claimed, due, cancellation), cancellation);
            if (await store.OpenAsync(file.Handoff.Id, cancellation) is not { } next)
            {
                return null;
            }

            file = next;
        }

        return file.Outbox.Where(e => !e.Dead).Select(e => Latest(e.NotBefore ?? time.GetUtcNow(), e.ClaimedUntil)).Cast<DateTimeOffset?>().Min();
    }

    // An update of the card that a newer one overtakes needs no send; while somebody else is at an older one, the newer one waits, so that they cannot land in the wrong order.
    private static (List<OutboxEntry> Due, List<OutboxEntry> Stale) Due(HandoffFile file, DateTimeOffset now)
    {
        var living = file.Outbox.Where(e => !e.Dead).ToList();
        var newestCard = living.LastOrDefault(e => e.Effect is Effect.ShowCard);
        var newestFact = living.LastOrDefault(e => e.Effect is Effect.RecordFact);
        var cardIsBusy = living.Any(e => e.Effect is Effect.ShowCard && e != newestCard && e.ClaimedUntil > now);
        var due = new List<OutboxEntry>();
        var stale = new List<OutboxEntry>();
        foreach (var entry in living.Where(e => (e.NotBefore ?? now) <= now && (e.ClaimedUntil ?? now) <= now))
        {
            var overtaken = entry.Effect switch { Effect.ShowCard => entry != newestCard, Effect.RecordFact => entry != newestFact, _ => false };
            if (overtaken)
            {
                stale.Add(entry);
            }
            else if (!(cardIsBusy && entry.Effect is Effect.ShowCard))
            {
                due.Add(entry);
            }
        }

        return (due.Take(MaxEntries).ToList(), stale.Take(MaxEntries).ToList());
    }

    // What may be done twice without harm needs no claim.
    private async Task<HandoffFile?> ClaimAsync(HandoffFile file, List<OutboxEntry> due, DateTimeOffset now, CancellationToken cancellation)
    {
        var sends = due.Where(e => e.Effect is not (Effect.RecordFact or Effect.Suppress or Effect.OfferAgain)).ToList();
        if (sends.Count == 0)
        {
            return file;
        }

        var claimed = sends.ConvertAll(e => e with { ClaimedUntil = now + pulse.Claim, Attempts = e.Attempts + 1 });
        if (!await store.CommitAsync(new HandoffChange(file.Handoff.Id) { Kept = claimed }, cancellation))
        {
            return null;
        }

        return await store.OpenAsync(file.Handoff.Id, cancellation);
    }

    private async Task<List<(string Id, Outcome Outcome)>> TryAllAsync(HandoffFile file, List<OutboxEntry> due, CancellationToken cancellation)
    {
        var outcomes = new List<(string, Outcome)>();
        foreach (var entry in due)
        {
            var current = file.Outbox.FirstOrDefault(e => e.Effect.Id == entry.Effect.Id);
            if (current is not null)
            {
                outcomes.Add((entry.Effect.Id, await handlers.TryAsync(new Attempt(file, entry, entry.ClaimedUntil is not null, time.GetUtcNow()), cancellation)));
            }
        }

        return outcomes;
    }

    private async Task RecordAsync(HandoffFile file, List<OutboxEntry> stale, List<(string Id, Outcome Outcome)> outcomes, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await store.CommitAsync(Recorded(file, stale, outcomes), cancellation))
            {
                return;
            }

            // Somebody changed the handoff meanwhile; our rows are still ours while the claim lives.
            if (await store.OpenAsync(file.Handoff.Id, cancellation) is not { } again)
            {
                return;
            }

            file = again;
        }
    }

    private HandoffChange Recorded(HandoffFile file, List<OutboxEntry> stale, List<(string Id, Outcome Outcome)> outcomes)
    {
        var now = time.GetUtcNow();
        var done = file.Outbox.Where(e => stale.Any(s => s.Effect.Id == e.Effect.Id)).ToList();
        var kept = new List<OutboxEntry>();
        var messages = new List<CardMessage>();
        var events = new List<HandoffEvent>();
        var handoff = file.Handoff;
        foreach (var (id, outcome) in outcomes)
        {
            if (file.Outbox.FirstOrDefault(e => e.Effect.Id == id) is not { } entry)
            {
                continue;
            }

            if (outcome is not Outcome.Done it)
            {
                kept.Add(Kept(entry, outcome, now));
                continue;
            }

            done.Add(entry);
            messages.AddRange(it.Message is { } message ? [message] : []);
            if (it.Note is { } note && Decide.On(handoff, note, Person.Baton, terms, now) is Decision.Happens happens)
            {
                events.AddRange(happens.Events);
                handoff = happens.Events.Aggregate(handoff, Fold.Apply);
            }
        }

        var change = events.Count > 0 ? HandoffDesk.Change(file.Handoff, file.Tag, events, terms) : new HandoffChange(handoff.Id);
        return change with { Done = done, Kept = kept, Messages = messages };
    }

    private OutboxEntry Kept(OutboxEntry entry, Outcome outcome, DateTimeOffset now) => outcome switch
    {
        Outcome.PutOff it => entry with { NotBefore = it.Until, ClaimedUntil = null, Attempts = Math.Max(0, entry.Attempts - 1) },
        Outcome.GiveUp it => entry with { Dead = true, ClaimedUntil = null, Error = it.Why },
        Outcome.Retry it when entry.Attempts >= pulse.MaxAttempts => entry with { Dead = true, ClaimedUntil = null, Error = it.Why },
        Outcome.Retry it => entry with
        {
            Error = it.Why,
            NotBefore = now + (it.After ?? pulse.Retry(entry.Attempts, Random.Shared.NextDouble())),
            ClaimedUntil = it.Uncertain ? now : null,
        },
        _ => throw new InvalidOperationException($"There is no rule for {outcome.GetType().Name}."),
    };

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
