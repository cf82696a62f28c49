using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>What of an outbox can be done now.</summary>
/// <param name="Due">To be tried.</param>
/// <param name="Stale">Overtaken by a newer one: to be deleted untried.</param>
internal sealed record DueEffects(IReadOnlyList<OutboxEntry> Due, IReadOnlyList<OutboxEntry> Stale)
{
    // A batch takes 100 rows: those that are stale, those that are done with an event and a message each, and the messages that a card updates.
    private const int MaxEntries = 15;

    public bool IsEmpty => Due.Count == 0 && Stale.Count == 0;

    /// <summary>Whether an older effect that this one overtakes may have done its work already: then that is looked for first.</summary>
    public bool MayBeThere(OutboxEntry due) => due.Effect is Effect.ShowCard && Stale.Any(e => e.Effect is Effect.ShowCard && e.ClaimedUntil is not null);

    /// <summary>What may be done twice without harm needs no claim, and is never given up: it goes into our own store.</summary>
    public static bool NeedsClaim(Effect effect) => effect is not (Effect.RecordFact or Effect.Suppress or Effect.Claim or Effect.OfferAgain);

    public static DueEffects Of(HandoffFile file, DateTimeOffset now)
    {
        var living = Living(file);
        var ready = living.Where(e => At(e, living, now) <= now).ToLookup(e => IsOvertaken(e, living));
        var forgotten = file.Outbox.Where(e => e is { Dead: true, Effect: Effect.ShowCard } && ready[false].Any(r => r.Effect is Effect.ShowCard));
        return new DueEffects([.. ready[false].Take(MaxEntries)], [.. forgotten.Concat(ready[true]).Take(MaxEntries)]);
    }

    /// <summary>When the next one can be tried; null when there is none.</summary>
    public static DateTimeOffset? Next(HandoffFile file, DateTimeOffset now)
    {
        var living = Living(file);
        return living.Count == 0 ? null : living.Min(e => At(e, living, now));
    }

    private static List<OutboxEntry> Living(HandoffFile file) => [.. file.Outbox.Where(e => !e.Dead)];

    // While somebody is at an older update of the card the newer one waits, so that they cannot land in the wrong order. An older one that may have
    // posted the card is kept until the newer one is tried, which has to look for that card then.
    private static DateTimeOffset At(OutboxEntry entry, List<OutboxEntry> living, DateTimeOffset now)
    {
        var counts = entry.Effect is Effect.ShowCard ? living.Last(e => e.Effect is Effect.ShowCard) : entry;
        var at = Later(Later(counts.NotBefore ?? now, counts.ClaimedUntil), entry.ClaimedUntil);
        return entry.Effect is Effect.ShowCard
            ? living.Where(e => e.Effect is Effect.ShowCard && e != entry && e.ClaimedUntil > now).Aggregate(at, (latest, busy) => Later(latest, busy.ClaimedUntil))
            : at;
    }

    private static bool IsOvertaken(OutboxEntry entry, List<OutboxEntry> living) => entry.Effect switch
    {
        Effect.ShowCard => living.Last(e => e.Effect is Effect.ShowCard) != entry,
        Effect.RecordFact => living.Last(e => e.Effect is Effect.RecordFact) != entry,
        _ => false,
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
