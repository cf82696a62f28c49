using System.Diagnostics;
using System.Globalization;

namespace Baton.Slack.StandIn.Delivery;

/// <summary>Brings requests to the app's addresses, signed.</summary>
internal sealed class HttpDelivery(StrictSlackSettings settings, DeliverySettings delivery) : IDisposable
{
    private const string Form = "application/x-www-form-urlencoded";
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 64 }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<AppAnswer> SendAsync(Outgoing outgoing)
    {
        var app = delivery.App ?? throw new InvalidOperationException("Say where the app is: StrictSlack.Delivery.App.");
        using var request = Request(app, outgoing);
        using var patience = new CancellationTokenSource(delivery.Patience, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        try
        {
            using var response = await client.SendAsync(request, patience.Token);
            var body = await response.Content.ReadAsStringAsync(patience.Token);
            return new((int)response.StatusCode, body, clock.Elapsed, true) { Headers = response.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join(',', h.Value)) };
        }
        catch (OperationCanceledException)
        {
            return new(0, "", clock.Elapsed, false);
        }
        catch (HttpRequestException)
        {
            return new(0, "", clock.Elapsed, true);
        }
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(Uri app, Outgoing outgoing)
    {
        var (path, type, body) = outgoing.Kind switch
        {
            OutgoingKind.Event => (delivery.EventsPath, "application/json", outgoing.Payload.ToJsonString()),
            OutgoingKind.Interaction => (delivery.InteractivityPath, Form, $"payload={Uri.EscapeDataString(outgoing.Payload.ToJsonString())}"),
            _ => (delivery.CommandsPath, Form, string.Join('&', outgoing.Payload.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value!.GetValue<string>())}"))),
        };
        var request = SlackSigner.Request(new Uri(app, path), settings.SigningSecret, TimeProvider.System.GetUtcNow() - delivery.SignedAgo, type, body);
        if (outgoing.Retry > 0)
        {
            request.Headers.Add("x-slack-retry-num", outgoing.Retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("x-slack-retry-reason", outgoing.Reason);
        }

        return request;
    }
}
