namespace Baton.Tables.Tests.Leases;

/// <summary>Time that the test moves. Machines share its flow; what their clocks show may differ.</summary>
/// <param name="flow">What the machines share; null for the flow itself.</param>
/// <param name="offset">How far this machine's clock is ahead.</param>
public sealed class MachineTime(MachineTime? flow = null, TimeSpan offset = default) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private TimeSpan passed;

    public TimeSpan Passed => flow?.Passed ?? passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Passed.Ticks;

    public override DateTimeOffset GetUtcNow() => Start + Passed + offset;

    public void Pass(TimeSpan time) => passed += time;
}
