namespace Baton.Handoffs.Tests.Doubles;

/// <summary>A machine whose clock shows another time than the world's; time flows the same.</summary>
/// <param name="world">The world's time.</param>
/// <param name="ahead">How far it is ahead.</param>
public sealed class OtherClock(TimeProvider world, TimeSpan ahead) : TimeProvider
{
    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + ahead;

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => world.CreateTimer(callback, state, dueTime, period);
}
