using Baton.Bot.Workers;
using Baton.Handoffs.Handoffs.Desk;

namespace Baton.Bot.Api;

/// <summary>The sweeps: without them no clock runs out and nothing that failed is sent again.</summary>
internal sealed class WorkerReadiness(WorkerHealth health, Pulse pulse, TimeProvider time) : IReadiness
{
    // A sweep after an outage takes its time.
    private const int SafetyTimes = 4;

    public string Name => "workers";

    public Task<string?> ProblemAsync(CancellationToken cancellation) => Task.FromResult(Problem(time.GetUtcNow()));

    private string? Problem(DateTimeOffset now) =>
        health.Problem is { } why ? $"The last sweep failed: {why} It is tried again by itself."
        : health.LastSweep is not { } last ? "No sweep has ended yet. Right after a start that is normal."
        : now - last > pulse.Safety * SafetyTimes ? $"The last sweep ended at {last:u}. If that goes on, look at the log and restart the process."
        : null;
}
