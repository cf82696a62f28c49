using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Baton.Slack.Api;

/// <summary>Sends one request and reads its answer, within limits of time and size. What it says of failures names no address and no header.</summary>
public sealed class SlackTransport(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The name of its clients.</summary>
    internal const string Client = "Slack";

    // A page of 200 messages with the largest blocks stays below.
    private const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>How long one call may take, from first to last. Less than the outbox gives a send, so that this is what says how far it came.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Sends it.</summary>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    internal async Task<Exchange> SendAsync(Uri address, AuthenticationHeaderValue? authorization, WatchedContent content, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Authorization = authorization;
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return new Exchange.Answered(await ReadAsync(response, both.Token));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            var why = limit.IsCancellationRequested ? $"No answer within {Limit.TotalSeconds:0} s" : Why(error);
            return content.IsBegun ? new Exchange.Lost($"{why}, after the request had been sent.") : new Exchange.Unsent($"{why}, before anything was sent.");
        }
    }

    private async Task<SlackReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= MaxBytes && (read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            await body.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return new SlackReply((int)response.StatusCode, body.ToArray())
        {
            MediaType = response.Content.Headers.ContentType?.MediaType ?? "",
            RetryAfter = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null,
            Scopes = response.Headers.TryGetValues("x-oauth-scopes", out var scopes) ? [.. string.Join(',', scopes).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [],
            IsTooLong = body.Length > MaxBytes,
        };
    }

    private static string Why(Exception error) =>
        error.GetBaseException() is SocketException socket ? $"The connection failed ({socket.SocketErrorCode})"
        : error is HttpRequestException http ? $"The connection failed ({http.HttpRequestError})"
        : error is OperationCanceledException ? "The connection took too long"
        : "The connection broke";
}
