using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Places;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Repairs;

/// <summary>Tells what stands still, and sets it going again. A send that may have arrived is looked for before it is sent again, here as everywhere.</summary>
public sealed class RepairDesk(IStuckEffects stuck, IHandoffStore store, SafetyWakes wakes, IDeliveries deliveries, PlaceHealth places, TimeProvider time)
{
    private const int MaxTries = 20;
    private const int Batch = 90;

    /// <summary>Everything that stands still, longest first.</summary>
    public async Task<IReadOnlyList<StuckEffect>> ListAsync(CancellationToken cancellation) =>
        [.. (await stuck.AllAsync(cancellation).ToListAsync(cancellation)).OrderBy(s => s.Since).ThenBy(s => s.Handoff.Value, StringComparer.Ordinal).ThenBy(s => s.Effect, StringComparer.Ordinal)];

    /// <summary>
    /// Sets going what <paramref name="which"/> names, longest first, with everything else of the same handoffs; answers how many effects go again.
    /// Harmless to repeat.
    /// </summary>
    public async Task<int> RetryAsync(Func<StuckEffect, bool> which, CancellationToken cancellation)
    {
        var going = 0;
        foreach (var ofOne in (await ListAsync(cancellation)).GroupBy(s => s.Handoff).Where(g => g.Any(which)))
        {
            going += await ReviveAsync(ofOne.Key, [.. ofOne], cancellation);
        }

        return going;
    }

    /// <summary>The same at a person's word: a hook that takes nothing, or that wanted nothing any more, is told at once whether that is still so.</summary>
    public async Task<int> RetryAtOnceAsync(Func<StuckEffect, bool> which, CancellationToken cancellation)
    {
        foreach (var hook in (await ListAsync(cancellation)).Where(which).Select(s => s.Place).Where(p => p.Platform == Hook.Platform).Distinct().ToList())
        {
            await places.ProbeAsync(hook, cancellation);
        }

        return await RetryAsync(which, cancellation);
    }

    private async Task<int> ReviveAsync(HandoffId id, IReadOnlyList<StuckEffect> listed, CancellationToken cancellation)
    {
        var safety = wakes.Begin(id, cancellation);
        await safety.Written;
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var file = await store.OpenAsync(id, cancellation);
            var dead = file?.Outbox.Where(e => e.Dead).ToList() ?? [];
            await TidyAsync(file, listed, cancellation);
            if (dead.Count == 0)
            {
                return 0;
            }

            // As many as one batch takes; the rest of a handoff in so much trouble goes with the next retry.
            var revived = dead.Take(Batch).Select(e => e.Revived()).ToList();
            if (await safety.CommitAsync(new HandoffChange(id) { Kept = revived }, cancellation))
            {
                await MarkAsync(listed, revived, cancellation);
                deliveries.Kick(id, safety.Wake);
                return revived.Count;
            }
        }

        throw new TimeoutException($"Handoff {id} was changed by others {MaxTries} times while it was being set going; try again.");
    }

    // What the list names and the handoff does not have any more, since a crash came between the two.
    private async Task TidyAsync(HandoffFile? file, IReadOnlyList<StuckEffect> listed, CancellationToken cancellation)
    {
        foreach (var gone in listed.Where(s => file?.Outbox.Any(e => e.Effect.Id == s.Effect) != true))
        {
            await stuck.RemoveAsync(gone.Handoff, gone.Effect, cancellation);
        }
    }

    private async Task MarkAsync(IReadOnlyList<StuckEffect> listed, List<OutboxEntry> revived, CancellationToken cancellation)
    {
        foreach (var going in listed.Where(s => revived.Exists(e => e.Effect.Id == s.Effect)))
        {
            await stuck.PutAsync(going with { RetriedAt = time.GetUtcNow() }, cancellation);
        }
    }
}
