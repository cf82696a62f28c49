namespace Baton.Handoffs.Handoffs.Store;

/// <summary>The only timer there is: rows that name what must be looked at when, spread over shards.</summary>
public interface IAgenda
{
    /// <summary>How many shards there are; fixed for a store.</summary>
    int Shards { get; }

    /// <summary>Writes a wake-up; harmless when the same one is there.</summary>
    Task AddAsync(Wake wake, CancellationToken cancellation);

    /// <summary>Writes the next wake-up of a thing and removes those that were handled: the next is there before they are gone.</summary>
    async Task ReplaceAsync(IReadOnlyList<Wake> handled, Wake next, CancellationToken cancellation)
    {
        await AddAsync(next, cancellation);
        await RemoveAsync([.. handled.Where(w => w != next)], cancellation);
    }

    /// <summary>A thing was looked after: writes when it must be looked at next, if ever, and removes the wake-ups that were handled.</summary>
    /// <param name="handled">The wake-ups that led there.</param>
    /// <param name="kind">What sort of thing it is.</param>
    /// <param name="id">Which.</param>
    /// <param name="next">When to look again; null for never.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task SettleAsync(IReadOnlyList<Wake> handled, WakeKind kind, string id, DateTimeOffset? next, CancellationToken cancellation) =>
        next is { } due ? ReplaceAsync(handled, new Wake(kind, id, due), cancellation) : RemoveAsync(handled, cancellation);

    /// <summary>Deletes wake-ups; harmless for those that are gone.</summary>
    Task RemoveAsync(IReadOnlyList<Wake> wakes, CancellationToken cancellation);

    /// <summary>What is due in a shard, earliest first, at most <paramref name="take"/> (1 to 1000). One query, whatever is open.</summary>
    Task<IReadOnlyList<Wake>> DueAsync(int shard, DateTimeOffset now, int take, CancellationToken cancellation);
}

/// <summary>A wake-up.</summary>
/// <param name="Kind">What sort of thing wakes up.</param>
/// <param name="Id">Which one.</param>
/// <param name="Due">When, UTC.</param>
public sealed record Wake(WakeKind Kind, string Id, DateTimeOffset Due);

/// <summary>What wakes up. The names are stored.</summary>
public enum WakeKind
{
    /// <summary>A handoff.</summary>
    Handoff,

    /// <summary>A weekly digest.</summary>
    Digest,

    /// <summary>A person: what waits in the inbox, and what an absence brings about.</summary>
    Person,

    /// <summary>A suggestion of sales to marketing.</summary>
    Suggestion,

    /// <summary>A place that takes no messages, or does again.</summary>
    Place,

    /// <summary>A place where cards wait for their turn.</summary>
    Waiting,

    /// <summary>A day whose idempotency keys are forgotten.</summary>
    IdempotencyKeys,

    /// <summary>The chat with somebody who added Baton and is not greeted yet.</summary>
    Greeting,
}
