namespace Baton.Teams.Tests.Wire;

/// <summary>The real time, in which waits are over a hundred times sooner.</summary>
internal sealed class Hurry : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 100 : dueTime, period);
}
