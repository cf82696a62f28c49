using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Places;

namespace Baton.Handoffs.Webhooks;

/// <summary>
/// Knows which hooks are not to be told anything now. One that asks to wait is waited for; one that has taken nothing for as long as a lost place is
/// left alone, or that wants nothing any more, counts as a place that takes no messages: operators are told, and what is for it waits.
/// </summary>
public sealed class HookHealth(PlaceHealth places, HookMemory memory, Pulse pulse)
{
    /// <summary>Until when it asked to wait; null when it did not.</summary>
    public DateTimeOffset? HeldUntil(Hook hook, DateTimeOffset now) => memory.HeldUntil(hook.Name, now);

    /// <summary>Whether nothing is to be told; now and then one may try.</summary>
    public Task<bool> IsClosedAsync(Hook hook, CancellationToken cancellation) => places.IsClosedAsync(hook.Place, cancellation);

    /// <summary>It asked to wait.</summary>
    public void Hold(Hook hook, DateTimeOffset until) => memory.Hold(hook.Name, until);

    /// <summary>It took something.</summary>
    public Task WorksAsync(Hook hook, CancellationToken cancellation)
    {
        memory.Works(hook.Name);
        return places.WorksAsync(hook.Place, cancellation);
    }

    /// <summary>It took nothing; answers whether it counts as lost. What one handoff alone brought may be that one's own fault.</summary>
    public async Task<bool> FailedAsync(Hook hook, HandoffId handoff, string why, DateTimeOffset now, CancellationToken cancellation)
    {
        var (since, first) = memory.Fails(hook.Name, handoff, now);
        if (first == handoff || now - since < pulse.Probe)
        {
            return false;
        }

        await places.LostAsync(hook.Place, why, cancellation);
        return true;
    }

    /// <summary>It wants nothing any more: nothing is told until a person says so.</summary>
    public Task StopAsync(Hook hook, string why, CancellationToken cancellation) => places.StopAsync(hook.Place, why, cancellation);
}
