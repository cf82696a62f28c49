using System.Collections.Concurrent;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Repairs;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>A process's way to the list of what stands still.</summary>
public sealed class MemoryStuckEffects(ConcurrentDictionary<(HandoffId, string), StuckEffect> rows, Wire wire) : IStuckEffects
{
    public Task PutAsync(StuckEffect stuck, CancellationToken cancellation) => wire.CallAsync("stuck.put", () => rows[(stuck.Handoff, stuck.Effect)] = stuck);

    public Task RemoveAsync(HandoffId handoff, string effect, CancellationToken cancellation) => wire.CallAsync("stuck.remove", () => rows.TryRemove((handoff, effect), out _));

    public async IAsyncEnumerable<StuckEffect> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var row in await wire.CallAsync("stuck.all", IReadOnlyList<StuckEffect> () => [.. rows.Values])) yield return row;
    }
}
