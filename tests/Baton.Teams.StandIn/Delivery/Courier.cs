using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Baton.Teams.StandIn.Delivery;

/// <summary>Brings activities to the bot.</summary>
internal sealed class Courier(StrictTeamsSettings settings) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 64 }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<BotAnswer> BringAsync(Uri endpoint, JsonObject activity, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var patience = new CancellationTokenSource(settings.Patience, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        try
        {
            using var response = await client.SendAsync(request, patience.Token);
            return new BotAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(patience.Token), clock.Elapsed, true);
        }
        catch (OperationCanceledException)
        {
            return new BotAnswer(0, "", clock.Elapsed, false);
        }
        catch (HttpRequestException)
        {
            return new BotAnswer(0, "", clock.Elapsed, true);
        }
    }

    public void Dispose() => client.Dispose();
}
