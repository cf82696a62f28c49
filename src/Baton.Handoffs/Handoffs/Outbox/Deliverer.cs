using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Replicas;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Does what is in one handoff's outbox: claim by compare-and-swap, try, then record and delete in one batch.
/// A claim that expired unrecorded is an uncertain send. Of several updates of the card only the newest is sent. People's own pages are told afterwards.
/// </summary>
public sealed class Deliverer(
    IHandoffStore store, EffectHandlers handlers, IStuckEffects stuck, IEnumerable<IPersonalPages> pages, HookCalls hooks, Terms terms, Pulse pulse, TimeProvider time, IReplicas? replicas = null)
{
    private const int MaxTries = 20;

    private readonly IReplicas among = replicas ?? IReplicas.Alone;
    private readonly ForeignClaims claims = new(replicas ?? IReplicas.Alone, pulse, time);

    // What one effect may take: it is begun only while its claim outlasts that, so that a living claim is never taken over.
    private TimeSpan Budget => pulse.Claim - pulse.SendLimit;

    /// <summary>
    /// Tries everything that is due, and hands over what is due for hooks; answers when the handoff must be looked at next, or null when nothing is left that time alone brings on. That is
    /// computed from one reading of handoff and outbox: who writes a wake-up for it may delete those that led here, whatever others commit meanwhile.
    /// </summary>
    /// <param name="file">The handoff as it was just read.</param>
    /// <param name="cancellation">Stops between sends; what was sent is still recorded.</param>
    public async Task<DateTimeOffset?> DeliverAsync(HandoffFile file, CancellationToken cancellation)
    {
        var (last, again) = await WorkAsync(file, IsOurs, cancellation);
        if (last is null)
        {
            return again;
        }

        var now = time.GetUtcNow();
        var seen = claims.AsSeenHere(last, now);
        return NextWake.Earlier(WakeNeeded.Of(Only(seen, IsOurs), terms.Calendars, now), hooks.HandOver(seen, now));

        bool IsOurs(OutboxEntry entry) => !hooks.IsApart(entry);
    }

    /// <summary>Tells a hook all that is due for it; answers when it must be told more, or null when nothing is left.</summary>
    /// <param name="file">The handoff as it was just read.</param>
    /// <param name="hook">Which hook.</param>
    /// <param name="cancellation">Stops between calls; what was told is still recorded.</param>
    public async Task<DateTimeOffset?> CallAsync(HandoffFile file, string hook, CancellationToken cancellation)
    {
        var (last, again) = await WorkAsync(file, IsOurs, cancellation);
        if (last is null)
        {
            return again;
        }

        var now = time.GetUtcNow();
        return DueEffects.Next(Only(claims.AsSeenHere(last, now), IsOurs), now);

        bool IsOurs(OutboxEntry entry) => HookCalls.IsFor(entry, hook);
    }

    private static HandoffFile Only(HandoffFile file, Func<OutboxEntry, bool> which) =>
        file.Outbox.All(which) ? file : file with { Outbox = [.. file.Outbox.Where(which)] };

    // Answers the file after that; null, and when to try again if ever, when somebody else is at it or it is gone.
    private async Task<(HandoffFile? Last, DateTimeOffset? Again)> WorkAsync(HandoffFile file, Func<OutboxEntry, bool> which, CancellationToken cancellation)
    {
        for (var pass = 0; pass < MaxTries; pass++)
        {
            var now = time.GetUtcNow();
            var due = DueEffects.Of(Only(claims.AsSeenHere(file, now), which), now);
            if (due.IsEmpty)
            {
                break;
            }

            if (await ClaimAsync(file, due.Due, now, cancellation) is not { } claimed)
            {
                return (null, now + pulse.FirstRetry);
            }

            var tried = await TryAllAsync(claimed, due, cancellation);
            var recorded = await RecordAsync(claimed, due.Stale, tried, cancellation);
            TellPages(claimed.Handoff, tried);

            // What others committed while our claim stood may wait for its end. A record that changes the snapshot is refused then; any other is not.
            if (recorded is not { } known || (known.IsGuarded ? known.File : await WithOthersAsync(known.File, cancellation)) is not { } next)
            {
                return (null, null);
            }

            file = next;
        }

        return (file, null);
    }

    // A page reads facts: it follows when they do, and when the card does, which also tells of what is no fact.
    private void TellPages(Handoff handoff, IReadOnlyList<Tried> tried)
    {
        if (tried.Any(t => t is { Claimed.Effect: Effect.ShowCard or Effect.RecordFact, Outcome: Outcome.Done }))
        {
            var people = Concerned.By(handoff, terms.Roster);
            foreach (var page in pages)
            {
                page.Changed(handoff.Id, people);
            }
        }
    }

    private async Task<HandoffFile?> ClaimAsync(HandoffFile file, IReadOnlyList<OutboxEntry> due, DateTimeOffset now, CancellationToken cancellation)
    {
        var sends = due.Where(e => DueEffects.NeedsClaim(e.Effect)).ToList();
        if (sends.Count == 0)
        {
            return file;
        }

        var claimed = sends.ConvertAll(e => e with { ClaimedUntil = now + pulse.Claim, ClaimedBy = among.Id, Attempts = e.Attempts + 1 });
        // Who opens the file from now on sees the claim, and waits: but what was committed before must be in what is sent.
        return await store.CommitAsync(file, new HandoffChange(file.Handoff.Id) { Kept = claimed }, cancellation) is { } ours
            ? await WithOthersAsync(ours, cancellation)
            : null;
    }

    // Whoever adds an effect or a message changes the snapshot too: while that is what we know, so is the rest.
    private async Task<HandoffFile?> WithOthersAsync(HandoffFile known, CancellationToken cancellation) =>
        await store.LoadAsync(known.Handoff.Id, cancellation) is { } stored && stored.Tag == known.Tag ? known : await store.OpenAsync(known.Handoff.Id, cancellation);

    private async Task<List<Tried>> TryAllAsync(HandoffFile file, DueEffects due, CancellationToken cancellation)
    {
        var tried = new List<Tried>();
        foreach (var entry in due.Due)
        {
            if (file.Outbox.FirstOrDefault(e => e.Effect.Id == entry.Effect.Id) is { } claimed)
            {
                var uncertain = entry.ClaimedUntil is not null || due.MayBeThere(entry);
                var outcome = cancellation.IsCancellationRequested || IsLate(claimed, Budget)
                    ? new Outcome.PutOff(time.GetUtcNow())
                    : await TryAsync(new Attempt(file, claimed, uncertain, time.GetUtcNow(), () => IsLate(claimed, 2 * pulse.SendLimit)), cancellation);
                tried.Add(new Tried(claimed, uncertain, outcome));
            }
        }

        return tried;
    }

    private bool IsLate(OutboxEntry claimed, TimeSpan needed) => claimed.ClaimedUntil is { } until && time.GetUtcNow() + needed > until;

    // One effect that fails in whatever way must hold up neither the others nor the record of what they did.
    private async Task<Outcome> TryAsync(Attempt attempt, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Budget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await handlers.TryAsync(attempt, both.Token);
        }
        catch (OperationCanceledException)
        {
            return new Outcome.Retry(SendingWhy.CutShort, true);
        }
        catch (PlatformUnavailableException error) when (error.IsUnauthorized)
        {
            return new Outcome.PutOff(time.GetUtcNow() + pulse.Unauthorized, true) { Why = error.Message };
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new Outcome.Retry($"{error.GetType().Name}: {error.Message}", true);
        }
    }

    // Also when the process is being stopped: what was sent must not count as uncertain for want of one write. Answers the file after that; null when it is gone.
    private async Task<(HandoffFile File, bool IsGuarded)?> RecordAsync(HandoffFile file, IReadOnlyList<OutboxEntry> stale, IReadOnlyList<Tried> tried, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(pulse.SendLimit, time);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var record = new Record(terms, pulse, time.GetUtcNow()).Of(file, stale, tried);
            foreach (var still in record.Stuck)
            {
                await stuck.PutAsync(still, limit.Token);
            }

            if (await store.CommitAsync(file, record.Change, limit.Token) is { } recorded)
            {
                foreach (var freed in record.Freed)
                {
                    await stuck.RemoveAsync(file.Handoff.Id, freed, limit.Token);
                }

                cancellation.ThrowIfCancellationRequested();
                return (recorded, record.Change.After is not null);
            }

            // Somebody changed the handoff meanwhile.
            if (await store.OpenAsync(file.Handoff.Id, limit.Token) is not { } again)
            {
                return null;
            }

            file = again;
        }

        cancellation.ThrowIfCancellationRequested();
        return (file, false);
    }
}

/// <summary>An effect that was tried.</summary>
/// <param name="Claimed">Its row while we were at it.</param>
/// <param name="Uncertain">Whether an earlier try may have succeeded unrecorded.</param>
/// <param name="Outcome">What came of it.</param>
internal sealed record Tried(OutboxEntry Claimed, bool Uncertain, Outcome Outcome);
