using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Sockets;

namespace Baton.Slack.StandIn.Delivery;

/// <summary>
/// Brings everything to the app: interactions and commands once, events up to four times until they are answered with 2xx.
/// Source: https://docs.slack.dev/apis/events-api
/// </summary>
internal sealed class Courier(StrictSlackSettings settings, DeliverySettings delivery, HttpDelivery http, SocketHub sockets)
{
    // Guarded by itself: acts come at once.
    private readonly List<Outgoing> held = [];

    /// <summary>Brings an interaction or a command; Slack never repeats these.</summary>
    public Task<AppAnswer> BringAsync(OutgoingKind kind, JsonObject payload) => SendAsync(new Outgoing(kind, payload));

    /// <summary>Brings an event, as late, often and disorderly as the settings say.</summary>
    /// <returns>The last answer; null when the event is held.</returns>
    public async Task<AppAnswer?> BringEventAsync(JsonObject payload)
    {
        var outgoing = new Outgoing(OutgoingKind.Event, payload);
        lock (held)
        {
            if (delivery.Held)
            {
                held.Add(outgoing);
                return null;
            }
        }

        if (delivery.Late > TimeSpan.Zero)
        {
            await Task.Delay(delivery.Late, TimeProvider.System);
        }

        var answer = await RepeatAsync(outgoing);
        return delivery.Twice ? await RepeatAsync(outgoing) : answer;
    }

    /// <summary>Brings what was held.</summary>
    /// <param name="backwards">The last first.</param>
    public async Task ReleaseAsync(bool backwards)
    {
        List<Outgoing> waiting;
        lock (held)
        {
            delivery.Held = false;
            waiting = [.. held];
            held.Clear();
        }

        if (backwards)
        {
            waiting.Reverse();
        }

        foreach (var outgoing in waiting)
        {
            await RepeatAsync(outgoing);
        }
    }

    private async Task<AppAnswer> RepeatAsync(Outgoing outgoing)
    {
        var answer = await SendAsync(outgoing);
        for (var retry = 1; retry <= delivery.Retries.Count && !answer.Ok && !answer.Headers.ContainsKey("x-slack-no-retry"); retry++)
        {
            await Task.Delay(delivery.Retries[retry - 1], TimeProvider.System);
            answer = await SendAsync(outgoing with { Retry = retry, Reason = Reason(answer) });
        }

        return answer;
    }

    private Task<AppAnswer> SendAsync(Outgoing outgoing) => settings.SocketMode ? sockets.SendAsync(outgoing) : http.SendAsync(outgoing);

    private static string Reason(AppAnswer answer) => answer switch
    {
        { InTime: false } => "http_timeout",
        { Status: 0 } => "connection_failed",
        _ => "http_error",
    };
}
