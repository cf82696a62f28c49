using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Repairs;

/// <summary>
/// What stands still, in a list of its own, so that telling it costs what is stuck and never what is open. It is written before the handoff says
/// the same and cleared after: after a crash it may name one that moves again, and never misses one that does not.
/// </summary>
public interface IStuckEffects
{
    /// <summary>Puts one on the list, or replaces what the list says of it. Harmless to repeat.</summary>
    Task PutAsync(StuckEffect stuck, CancellationToken cancellation);

    /// <summary>Takes one off the list. Harmless when it is not on it.</summary>
    Task RemoveAsync(HandoffId handoff, string effect, CancellationToken cancellation);

    /// <summary>Everything on the list, by handoff.</summary>
    IAsyncEnumerable<StuckEffect> AllAsync(CancellationToken cancellation);
}
