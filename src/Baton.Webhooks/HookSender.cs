using System.Globalization;
using Baton.Handoffs.Webhooks;
using Baton.Wire;
using Microsoft.Extensions.Logging;

namespace Baton.Webhooks;

/// <summary>
/// Tells hooks over HTTP, as the Standard Webhooks specification 1.0.0 says: headers under "Webhook headers", what an answer means under "Delivery success and
/// failure". Redirects are not followed, and of an answer only status and <c>Retry-After</c> are looked at.
/// </summary>
public sealed partial class HookSender(HookTransport transport, IReadOnlyList<HookEndpoint> endpoints, TimeProvider time, ILogger<HookSender> logger) : IHookSender
{
    private const string ContentType = "application/json; charset=utf-8";

    // What asks to wait without saying how long.
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task<HookAnswer> CallAsync(HookCall call, CancellationToken cancellation)
    {
        var answer = await SendAsync(endpoints.Single(e => e.Name == call.Hook), call.Id, HookBody.Of(call), cancellation);
        if (answer is HookAnswer.Failed { Why: var why })
        {
            Log.Failed(logger, call.Hook, call.Id, why);
        }

        return answer;
    }

    /// <summary>Sends a message that tells of nothing.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<HookAnswer> PingAsync(HookEndpoint endpoint, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return SendAsync(endpoint, string.Create(CultureInfo.InvariantCulture, $"ping-{endpoint.Name}-{now.UtcTicks}"), HookBody.Ping(endpoint.Name, now), cancellation);
    }

    /// <inheritdoc />
    public void Drop(string hook, string id) => Log.Dropped(logger, id, hook);

    private async Task<HookAnswer> SendAsync(HookEndpoint endpoint, string id, byte[] body, CancellationToken cancellation)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var signatures = string.Join(' ', endpoint.Secrets.Select(s => s.Sign(id, seconds, body)));
        using var content = new WatchedContent(body, ContentType);
        return await transport.PostAsync(
            endpoint.Url,
            [new("webhook-id", id), new("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture)), new("webhook-signature", signatures), new("User-Agent", "Baton")],
            content,
            cancellation) switch
        {
            Exchange.Answered it => Of(it.Reply),
            Exchange.Unsent it => new HookAnswer.Failed(it.Why, false),
            Exchange.Lost it => new HookAnswer.Failed(it.Why, true),
            _ => throw new InvalidOperationException("A request was answered, not sent, or lost."),
        };
    }

    private static HookAnswer Of(WireReply reply) => reply.Status switch
    {
        >= 200 and < 300 => new HookAnswer.Taken(),
        410 => new HookAnswer.Gone("It answered 410 (gone): it wants nothing any more."),
        429 => new HookAnswer.Wait(reply.RetryAfter ?? UsualWait, "It answered 429: it wants fewer at a time."),
        503 when reply.RetryAfter is { } wait => new HookAnswer.Wait(wait, "It answered 503 and asked to wait."),
        >= 300 and < 400 => new HookAnswer.Failed($"It answered {reply.Status}: redirects are not followed; configure the address that it leads to.", false),
        401 or 403 => new HookAnswer.Failed($"It answered {reply.Status}: it may not know the secret.", false),
        _ => new HookAnswer.Failed($"It answered {reply.Status}.", false),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The webhook {Hook} did not take {Id}: {Why} It is tried again.")]
        public static partial void Failed(ILogger logger, string hook, string id, string why);

        [LoggerMessage(2, LogLevel.Information, "{Id} is told to nobody: the configuration names no webhook {Hook} any more.")]
        public static partial void Dropped(ILogger logger, string id, string hook);
    }
}
