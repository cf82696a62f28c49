using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Baton.Handoffs.Tests.Doubles;
using Baton.Slack.Api;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Hosting;
using Baton.Slack.Tests.Wire;

namespace Baton.Slack.Tests.Api;

/// <summary>Whatever goes wrong, no log line, answer, trace or measurement holds what must stay secret.</summary>
public sealed class SecretsTests
{
    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Nothing_that_is_told_of_calls_holds_a_secret()
    {
        await using var slack = await StrictSlack.StartAsync();
        slack.Limits.Enabled = false;
        await using var parts = SlackParts.Of(slack, clock);
        const string path = "response/T1-very-secret-path";
        var told = new ConcurrentQueue<string>();
        using var traces = new ActivityListener { ShouldListenTo = _ => true, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = a => told.Enqueue(a.DisplayName + string.Join(' ', a.TagObjects)) };
        ActivitySource.AddActivityListener(traces);
        using var meters = Measuring(told);

        ApiFault[] faults =
        [
            new ApiFault.Error("is_archived"), new ApiFault.Error("invalid_auth"), new ApiFault.Error("something_new"), new ApiFault.ErrorAfterEffect("fatal_error"),
            new ApiFault.ResetBefore(), new ApiFault.SilentAfter(), new ApiFault.Status(503), new ApiFault.Status(404), new ApiFault.NotJson(), new ApiFault.RateLimited(null),
        ];
        foreach (var fault in faults)
        {
            slack.Faults.Next("chat.postMessage", fault);
            var call = parts.Client.CallAsync(SlackMethod.ChatPostMessage, new JsonObject { ["channel"] = "C1", ["text"] = "very-secret-text" }, default);
            if (fault is ApiFault.SilentAfter)
            {
                await Eventually.HoldsAsync("Slack is silent", () => slack.Calls.Any(c => c.Outcome == nameof(ApiFault.SilentAfter)));
                clock.Advance(parts.Limit);
            }

            told.Enqueue($"{await call}");
        }

        told.Enqueue($"{await parts.Client.RespondAsync(new Uri(slack.ApiUrl, "/" + path), new JsonObject { ["text"] = "x" }, default)}");
        told.Enqueue($"{await parts.Client.RespondAsync(new Uri("https://evil.example/" + path), new JsonObject { ["text"] = "x" }, default)}");

        var all = parts.Logs.All.Concat(told).ToList();
        Assert.Contains(all, line => line.Contains("is_archived", StringComparison.Ordinal));
        Assert.Contains(all, line => line.Contains("baton.slack.calls", StringComparison.Ordinal) && line.Contains("chat.postMessage", StringComparison.Ordinal));
        foreach (var secret in new[] { slack.Settings.BotToken, slack.Settings.AppToken, slack.Settings.SigningSecret, "very-secret" })
        {
            Assert.DoesNotContain(all, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static MeterListener Measuring(ConcurrentQueue<string> told)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Meter.Name == "Baton.Slack") it.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => told.Enqueue(instrument.Name + string.Join(' ', tags.ToArray())));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => told.Enqueue(instrument.Name + string.Join(' ', tags.ToArray())));
        listener.Start();
        return listener;
    }
}
