namespace Baton.Benchmarks.Scale;

/// <summary>The product's clock, put forward by hand.</summary>
/// <param name="start">Where it stands first.</param>
internal sealed class HandTime(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
