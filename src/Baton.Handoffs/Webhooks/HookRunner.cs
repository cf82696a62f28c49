using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Webhooks;

/// <summary>Tells one hook what is due of one handoff, and writes when to come back. Whoever handed it over left a wake-up, so a crash anywhere loses nothing.</summary>
public sealed class HookRunner(IHandoffStore store, IAgenda agenda, Deliverer deliverer)
{
    /// <summary>Does it.</summary>
    /// <param name="hook">Which hook.</param>
    /// <param name="id">Which handoff.</param>
    /// <param name="cancellation">Stops between calls; what was told is still recorded.</param>
    public async Task RunAsync(string hook, HandoffId id, CancellationToken cancellation)
    {
        if (await store.OpenAsync(id, cancellation) is { } file && await deliverer.CallAsync(file, hook, cancellation) is { } next)
        {
            await agenda.AddAsync(new Wake(WakeKind.Handoff, id.Value, next), cancellation);
        }
    }
}
