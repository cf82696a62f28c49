using Baton.Bot.Api;
using Baton.Handoffs.Handoffs.Desk;

namespace Baton.Bot.Workers;

/// <summary>Whether the sweeps run: without them no deadline is kept.</summary>
internal sealed class WorkerReadiness(WorkerHealth health, Pulse pulse, TimeProvider time) : IReadiness
{
    // A sweep that is this many times late is not a slow one any more.
    private const int Patience = 30;

    public string Name => "workers";

    public Task<string?> ProblemAsync(CancellationToken cancellation) => Task.FromResult(
        health.Problem is { } problem ? $"The last sweep for what is due failed: {problem} It is tried again every {pulse.Sweep.TotalSeconds:0.#} s."
        : health.LastSweep is not { } last ? "No sweep for what is due has finished yet. This passes within seconds of a start."
        : time.GetUtcNow() - last > pulse.Sweep * Patience ? "The sweeps for what is due have stopped: deadlines are not kept. Restart the process and look at its log."
        : null);
}
