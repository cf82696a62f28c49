using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Baton.Wire;

/// <summary>Counts and times the calls of a platform, under the name <c>Baton.</c> and the platform's: by method and outcome, never by place or person.</summary>
public sealed class CallMeter : IDisposable
{
    private readonly Meter meter;
    private readonly Counter<long> calls;
    private readonly Histogram<double> durations;

    /// <summary>Makes the meter.</summary>
    /// <param name="factory">Where meters come from.</param>
    /// <param name="platform">The platform, such as <c>Slack</c>.</param>
    /// <param name="what">What is called, in English.</param>
    public CallMeter(IMeterFactory factory, string platform, string what)
    {
        var name = $"baton.{platform.ToLowerInvariant()}";
        meter = factory.Create($"Baton.{platform}");
        calls = meter.CreateCounter<long>($"{name}.calls", "{call}", $"Calls of {what}.");
        durations = meter.CreateHistogram<double>($"{name}.call.duration", "s", "Time from sending a call to having read its answer.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    /// <summary>Counts a call.</summary>
    /// <param name="method">What was called, one of a few.</param>
    /// <param name="outcome">What came of it, one of a few.</param>
    /// <param name="took">How long it took; null when it was not made.</param>
    public void Count(string method, string outcome, TimeSpan? took)
    {
        var tags = new TagList { { "method", method }, { "outcome", outcome } };
        calls.Add(1, tags);
        if (took is { } time)
        {
            durations.Record(time.TotalSeconds, tags);
        }
    }
}
