namespace Baton.Bot.Workers;

/// <summary>Whether the sweeps run: what <c>/readyz</c> says of the workers.</summary>
internal sealed class WorkerHealth
{
    // Replaced as a whole, so that readers see a consistent pair.
    private volatile State state = new(null, null);

    public DateTimeOffset? LastSweep => state.LastSweep;

    public string? Problem => state.Problem;

    public void Swept(DateTimeOffset at) => state = new State(at, null);

    public void Failed(string why) => state = state with { Problem = why };

    private sealed record State(DateTimeOffset? LastSweep, string? Problem);
}
