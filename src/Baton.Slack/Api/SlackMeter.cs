using System.Diagnostics.Metrics;
using Baton.Wire;

namespace Baton.Slack.Api;

/// <summary>Counts and times calls, under the name <c>Baton.Slack</c>: by method and outcome, never by place or person.</summary>
public sealed class SlackMeter(IMeterFactory factory) : IDisposable
{
    private readonly CallMeter meter = new(factory, "Slack", "Slack's Web API");

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    /// <summary>Counts a call.</summary>
    /// <param name="method">The method, or <c>response_url</c>.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="took">How long it took; null when it was not made.</param>
    internal void Count(string method, SlackAnswer answer, TimeSpan? took) => meter.Count(method, Outcome(answer), took);

    private static string Outcome(SlackAnswer answer) => answer switch
    {
        SlackAnswer.Ok => "ok",
        SlackAnswer.RateLimited => "rate_limited",
        SlackAnswer.Refused refused => refused.Code,
        SlackAnswer.NotSent => "not_sent",
        _ => "uncertain",
    };
}
