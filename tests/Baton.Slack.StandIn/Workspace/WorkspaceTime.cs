namespace Baton.Slack.StandIn.Workspace;

/// <summary>The real time, which a test can push forward: triggers expire and limits refill without waiting.</summary>
internal sealed class WorkspaceTime : TimeProvider
{
    // Written by a test's thread, read by requests: only through Interlocked.
    private long pushed;
    private long stopped; // when it was stopped, in ticks; 0 while it goes on

    /// <summary>Pushes it forward.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref pushed, by.Ticks);

    /// <summary>From now on only <see cref="Advance"/> moves it.</summary>
    public void Stop() => Interlocked.Exchange(ref stopped, System.GetUtcNow().Ticks);

    public override DateTimeOffset GetUtcNow() =>
        (Interlocked.Read(ref stopped) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : System.GetUtcNow()).AddTicks(Interlocked.Read(ref pushed));
}
