using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Baton.Slack.Api;

/// <summary>Counts and times calls, under the name <c>Baton.Slack</c>: by method and outcome, never by place or person.</summary>
public sealed class SlackMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Baton.Slack";

    private readonly Meter meter;
    private readonly Counter<long> calls;
    private readonly Histogram<double> durations;

    /// <summary>Makes the meter.</summary>
    public SlackMeter(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        calls = meter.CreateCounter<long>("baton.slack.calls", "{call}", "Calls of Slack's Web API.");
        durations = meter.CreateHistogram<double>("baton.slack.call.duration", "s", "Time from sending a call to having read its answer.");
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    /// <summary>Counts a call.</summary>
    /// <param name="method">The method, or <c>response_url</c>.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="took">How long it took; null when it was not made.</param>
    internal void Count(string method, SlackAnswer answer, TimeSpan? took)
    {
        var tags = new TagList { { "method", method }, { "outcome", Outcome(answer) } };
        calls.Add(1, tags);
        if (took is { } time)
        {
            durations.Record(time.TotalSeconds, tags);
        }
    }

    private static string Outcome(SlackAnswer answer) => answer switch
    {
        SlackAnswer.Ok => "ok",
        SlackAnswer.RateLimited => "rate_limited",
        SlackAnswer.Refused refused => refused.Code,
        SlackAnswer.NotSent => "not_sent",
        _ => "uncertain",
    };
}
