namespace Baton.Web.Tests.Console;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class MovableTime : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero).UtcTicks; // written with Interlocked only

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
