using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>What is written down after effects were tried.</summary>
internal sealed class Record(Terms terms, Pulse pulse, DateTimeOffset now)
{
    /// <summary>The change of the file as it stands now, which may have changed since the effects were tried.</summary>
    public Recorded Of(HandoffFile file, IReadOnlyList<OutboxEntry> stale, IReadOnlyList<Tried> tried)
    {
        var stuck = new List<StuckEffect>();
        var done = file.Outbox.Where(e => stale.Any(s => s.Effect.Id == e.Effect.Id)).ToList();
        var kept = new List<OutboxEntry>();
        var messages = new List<CardMessage>();
        var events = new List<HandoffEvent>();
        var handoff = file.Handoff;
        foreach (var (entry, it) in tried.Select(t => (file.Outbox.FirstOrDefault(e => e.Effect.Id == t.Claimed.Effect.Id), t)))
        {
            if (entry is null)
            {
                continue;
            }

            var outcome = Final(entry, it.Outcome);
            messages.AddRange(outcome.Messages);
            if (outcome.Note is { } note && Decide.On(handoff, note, Person.Baton, terms, now) is Decision.Happens happens)
            {
                events.AddRange(happens.Events);
                handoff = happens.Events.Aggregate(handoff, Fold.Apply);
            }

            if (outcome is Outcome.Done)
            {
                done.Add(entry);
            }
            else if (IsOurs(entry, it.Claimed))
            {
                var row = Kept(entry, outcome, it.Uncertain);
                kept.Add(row);
                stuck.AddRange(row is { Dead: true, StuckSince: { } since } ? [StuckOf(file.Handoff, row, outcome, since)] : Array.Empty<StuckEffect>());
            }
        }

        var change = events.Count > 0 ? HandoffDesk.Change(file.Handoff, file.Tag, events, terms) : new HandoffChange(handoff.Id);
        change = change with { Done = done, Kept = kept, Messages = [.. messages.GroupBy(m => m.Slot).Select(g => g.Last())] };
        var freed = done.Where(e => e.StuckSince is not null || tried.Any(t => t.Uncertain && t.Claimed.Effect.Id == e.Effect.Id)).Select(e => e.Effect.Id);
        return new Recorded(Converging(change, file), stuck, [.. freed]);
    }

    private static StuckEffect StuckOf(Handoff handoff, OutboxEntry row, Outcome outcome, DateTimeOffset since) => new(
        handoff.Id,
        row.Effect.Id,
        Effect.NameOf(row.Effect),
        outcome.At ?? PlaceOf(row.Effect, handoff),
        outcome is Outcome.GiveUp it ? it.Cause : StuckCause.TriedTooOften,
        row.Error ?? "",
        since);

    private static Place PlaceOf(Effect effect, Handoff handoff) => effect switch
    {
        Effect.Feedback => handoff.Route.Marketing,
        Effect.CallHook it => Hook.PlaceOf(it.Hook),
        _ => handoff.Route.Sales,
    };

    // A message that was just made may show less than the handoff has become since, and whoever brought the others up to date did not know of it.
    // So it is noted against the very snapshot that was read, and when it is behind that one, another update is due.
    private static HandoffChange Converging(HandoffChange change, HandoffFile file)
    {
        var made = change.Messages.Where(m => file.Messages.All(known => known.Slot != m.Slot)).ToList();
        if (made.Count == 0)
        {
            return change;
        }

        var noted = change.After is null ? change with { After = file.Handoff, Tag = file.Tag } : change;
        return made.Exists(m => m.Version < file.Handoff.CardVersion)
            ? noted with { Effects = [.. noted.Effects, new Effect.ShowCard($"{noted.After!.Version:D6}-card-{made[0].MessageId}", file.Handoff.CardVersion)] }
            : noted;
    }

    // When our claim ran out somebody else may be at it by now: that one says what becomes of the row.
    private static bool IsOurs(OutboxEntry entry, OutboxEntry claimed) => (entry.ClaimedUntil, entry.ClaimedBy, entry.Attempts) == (claimed.ClaimedUntil, claimed.ClaimedBy, claimed.Attempts);

    // A word to a person that cannot be delivered is of no use later: the timeline says what became of it.
    private Outcome Final(OutboxEntry entry, Outcome outcome)
    {
        var isLast = outcome is Outcome.GiveUp || (outcome is Outcome.Retry && entry.Attempts >= pulse.MaxAttempts);
        return (isLast, entry.Effect) switch
        {
            (true, Effect.Nudge it) => Outcome.Noted(new Intent.Settle(it.Id, it.Recipient, NudgeOutcome.Refused)),
            (true, Effect.Tell it) => Outcome.Noted(new Intent.Settle(it.Id, it.Recipient, NudgeOutcome.Refused)),
            _ => outcome,
        };
    }

    // What was uncertain before stays so until it is found or sent.
    private OutboxEntry Kept(OutboxEntry entry, Outcome outcome, bool uncertain)
    {
        var claims = DueEffects.NeedsClaim(entry.Effect);
        var attempts = claims ? entry.Attempts : entry.Attempts + 1;
        return outcome switch
        {
            Outcome.PutOff it => entry with { Error = it.Why ?? entry.Error, NotBefore = it.Until, ClaimedUntil = uncertain || it.Uncertain ? now : null, ClaimedBy = null, Attempts = Math.Max(0, entry.Attempts - 1) },
            Outcome.GiveUp it => Stuck(entry, it.Why, uncertain),
            Outcome.Retry it when claims && attempts >= pulse.MaxAttempts => Stuck(entry, it.Why, uncertain || it.Uncertain),
            Outcome.Retry it => entry with
            {
                Error = it.Why,
                Attempts = attempts,
                NotBefore = now + pulse.Retry(attempts, Random.Shared.NextDouble()),
                ClaimedUntil = claims && (uncertain || it.Uncertain) ? now : null,
                ClaimedBy = null,
            },
            _ => throw new InvalidOperationException($"There is no rule for {outcome.GetType().Name}."),
        };
    }

    private OutboxEntry Stuck(OutboxEntry entry, string why, bool uncertain) =>
        entry with { Dead = true, ClaimedUntil = uncertain ? now : null, ClaimedBy = null, Error = why, StuckSince = entry.StuckSince ?? now };
}

/// <summary>What is to be written.</summary>
/// <param name="Change">The change of the handoff.</param>
/// <param name="Stuck">What comes to a stand with it: to be listed before.</param>
/// <param name="Freed">Ids of effects that may be on that list and are done with it: to be taken off after.</param>
internal sealed record Recorded(HandoffChange Change, IReadOnlyList<StuckEffect> Stuck, IReadOnlyList<string> Freed);
