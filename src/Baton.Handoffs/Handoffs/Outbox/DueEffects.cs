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

    /// <summary>What may be done twice without harm needs no claim, and is never given up: it goes into our own store.</summary>
    public static bool NeedsClaim(Effect effect) => effect is not (Effect.RecordFact or Effect.Suppress or Effect.Claim or Effect.OfferAgain);

    public static DueEffects Of(HandoffFile file, DateTimeOffset now)
    {
        var living = Living(file);
        var ready = living.Where(e => At(e, living, now) <= now).ToLookup(e => IsOvertaken(e, living));
        return new DueEffects([.. ready[false].Take(MaxEntries)], [.. ready[true].Take(MaxEntries)]);
    }

    /// <summary>When the next one can be tried; null when there is none.</summary>
    public static DateTimeOffset? Next(HandoffFile file, DateTimeOffset now)
    {
        var living = Living(file);
        return living.Count == 0 ? null : living.Min(e => At(e, living, now));
    }

    private static List<OutboxEntry> Living(HandoffFile file) => [.. file.Outbox.Where(e => !e.Dead)];

    // While somebody is at an older update of the card the newer one waits, so that they cannot land in the wrong order.
    private static DateTimeOffset At(OutboxEntry entry, List<OutboxEntry> living, DateTimeOffset now)
    {
        var at = Later(entry.NotBefore ?? now, entry.ClaimedUntil);
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
