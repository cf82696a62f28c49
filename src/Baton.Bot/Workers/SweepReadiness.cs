using Baton.Bot.Api;

namespace Baton.Bot.Workers;

/// <summary>The sweeps, by what became of the last one.</summary>
internal sealed class SweepReadiness(WorkerHealth health) : IReadiness
{
    public string Name => "workers";

    public Task<string?> ProblemAsync(CancellationToken cancellation) => Task.FromResult(
        health.Problem is { } why ? $"Asking what is due fails: {why} It is tried again with every sweep; when that goes on, look at the store."
        : health.LastSweep is null ? "The first sweep is still running. Wait a moment."
        : null);
}
