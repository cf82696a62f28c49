using Baton.Bot.Api;
using Baton.Handoffs.Handoffs.Desk;

namespace Baton.Bot.Workers;

/// <summary>Whether the sweeps run: without them no deadline is kept.</summary>
internal sealed class WorkerReadiness(WorkerHealth health, Pulse pulse, TimeProvider time) : IReadiness
{
    // Who sweeps makes progress at least as often as one wake-up may take, which is as long as a send is claimed; twice that is no slowness any more.
    private readonly TimeSpan patience = 2 * (pulse.Claim > pulse.Sweep ? pulse.Claim : pulse.Sweep);

    public string Name => "workers";

    public Task<string?> ProblemAsync(CancellationToken cancellation) => Task.FromResult(
        health.Problem is { } problem ? $"The last sweep for what is due failed: {problem} It is tried again every {pulse.Sweep.TotalSeconds:0.#} s."
        : health.LastProgress is not { } last ? "No sweep for what is due has begun yet. This passes within seconds of a start."
        : time.GetUtcNow() - last > patience ? "The sweeps for what is due have stopped: deadlines are not kept. Restart the process and look at its log."
        : null);
}
