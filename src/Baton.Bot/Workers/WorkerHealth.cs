namespace Baton.Bot.Workers;

/// <summary>Whether the sweeps run: what <c>/readyz</c> says of the workers.</summary>
internal sealed class WorkerHealth
{
    // Replaced as a whole, so that readers see what belongs together. Wake-ups that are handled side by side only tell of progress: of two of them either may count.
    private volatile State state = new(null, null, null);

    public DateTimeOffset? LastSweep => state.LastSweep;

    /// <summary>When something last came of a sweep: a shard was asked, or a wake-up handled. A long backlog is no standstill.</summary>
    public DateTimeOffset? LastProgress => state.LastProgress;

    public string? Problem => state.Problem;

    public void Swept(DateTimeOffset at) => state = new State(at, at, null);

    public void Progressed(DateTimeOffset at) => state = state with { LastProgress = at };

    public void Failed(string why) => state = state with { Problem = why };

    private sealed record State(DateTimeOffset? LastSweep, DateTimeOffset? LastProgress, string? Problem);
}
