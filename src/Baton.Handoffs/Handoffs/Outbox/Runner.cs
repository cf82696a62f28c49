using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// What happens to one handoff when a wake-up is due, or at once after a commit: take what time brings, deliver what is in the outbox,
/// write when to come back, and only then delete the wake-ups that led here. A stale wake-up finds nothing to do and is deleted.
/// </summary>
public sealed class Runner(IHandoffStore store, IAgenda agenda, Deliverer deliverer, Terms terms, TimeProvider time)
{
    private const int MaxTries = 20;

    /// <summary>Brings one handoff up to date.</summary>
    /// <param name="id">Which.</param>
    /// <param name="handled">The wake-ups that led here.</param>
    /// <param name="cancellation">Stops between steps; the wake-ups stay then.</param>
    public async Task RunAsync(HandoffId id, IReadOnlyList<Wake> handled, CancellationToken cancellation) =>
        await agenda.SettleAsync(handled, WakeKind.Handoff, id.Value, await AdvanceAsync(id, cancellation), cancellation);

    private async Task<DateTimeOffset?> AdvanceAsync(HandoffId id, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await store.OpenAsync(id, cancellation) is not { } file)
            {
                return null;
            }

            var now = time.GetUtcNow();
            if (Decide.On(file.Handoff, new Intent.WakeUp(), Person.Baton, terms, now) is Decision.Happens { Events.Count: > 0 } happens)
            {
                await store.CommitAsync(HandoffDesk.Change(file.Handoff, file.Tag, happens.Events, terms), cancellation);
                continue;
            }

            return await deliverer.DeliverAsync(file, cancellation);
        }

        return time.GetUtcNow();
    }
}
