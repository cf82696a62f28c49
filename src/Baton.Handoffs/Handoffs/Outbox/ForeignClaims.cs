using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Replicas;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Tells when another replica's claim is over without trusting that replica's clock: when it has been seen unchanged for as long as a claim lasts, by our own
/// monotonic clock. A clock that is ahead would take over a living claim, and send twice.
/// </summary>
internal sealed class ForeignClaims(IReplicas replicas, Pulse pulse, TimeProvider time)
{
    // Guards what follows.
    private readonly Lock gate = new();

    // When each claim was first seen, by its row's tag, which is another one with every claim.
    private readonly Dictionary<(HandoffId, string), (string Tag, long Seen)> seen = [];

    /// <summary>The file with each claim of others until the instant at which it is over by our clock. Alone in the store there is nobody whose clock could differ.</summary>
    public HandoffFile AsSeenHere(HandoffFile file, DateTimeOffset now) =>
        replicas.Living == 1 || !file.Outbox.Any(IsForeign) ? file : file with { Outbox = [.. file.Outbox.Select(e => IsForeign(e) ? e with { ClaimedUntil = now + Left(file.Handoff.Id, e) } : e)] };

    private bool IsForeign(OutboxEntry entry) => entry is { ClaimedUntil: not null, ClaimedBy: { } by } && by != replicas.Id;

    // Zero and less: it is over.
    private TimeSpan Left(HandoffId handoff, OutboxEntry entry)
    {
        lock (gate)
        {
            Forget();
            var key = (handoff, entry.Effect.Id);
            if (!seen.TryGetValue(key, out var first) || first.Tag != entry.Tag)
            {
                seen[key] = first = (entry.Tag, time.GetTimestamp());
            }

            return pulse.Claim - time.GetElapsedTime(first.Seen);
        }
    }

    // Who was not asked about for that long has been dealt with.
    private void Forget()
    {
        foreach (var key in seen.Where(s => time.GetElapsedTime(s.Value.Seen) > pulse.Claim + pulse.LongestRetry).Select(s => s.Key).ToList())
        {
            seen.Remove(key);
        }
    }
}
