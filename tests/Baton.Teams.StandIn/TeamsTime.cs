namespace Baton.Teams.StandIn;

/// <summary>The real time, which a test can push forward: tokens expire and limits refill without waiting.</summary>
internal sealed class TeamsTime : TimeProvider
{
    // Written by a test's thread, read by requests: only through Interlocked.
    private long pushed;

    /// <summary>Pushes it forward.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref pushed, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref pushed));
}
