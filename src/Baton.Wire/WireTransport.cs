using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Baton.Wire;

/// <summary>Sends one request and reads its answer, within limits of time and size, and says how far it came. What it says of failures names no address and no header.</summary>
/// <param name="clients">Where clients come from.</param>
/// <param name="client">The name of those to use, see <see cref="WireClients"/>.</param>
/// <param name="time">The world's time.</param>
public sealed class WireTransport(IHttpClientFactory clients, string client, TimeProvider time)
{
    /// <summary>How long one call may take, from first to last. Less than the outbox gives a send, so that this is what says how far it came.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most bytes of an answer that are read.</summary>
    public int MaxBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Whether the answer's body is read. Where it is not, the answer is there with its headers, and none of it is waited for.</summary>
    public bool ReadsBody { get; init; } = true;

    /// <summary>The headers of answers that are kept.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>Sends it.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="address">Where to.</param>
    /// <param name="authorization">Who says so; null for nobody.</param>
    /// <param name="content">The body; null for none, of which a failure never says that nothing was sent unless the connection failed.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    public Task<Exchange> SendAsync(HttpMethod method, Uri address, AuthenticationHeaderValue? authorization, WatchedContent? content, CancellationToken cancellation) =>
        SendAsync(method, address, authorization, [], content, cancellation);

    /// <summary>Sends it with headers of its own.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="address">Where to.</param>
    /// <param name="authorization">Who says so; null for nobody.</param>
    /// <param name="headers">What it carries beside; none that HTTP itself defines.</param>
    /// <param name="content">The body; null for none, of which a failure never says that nothing was sent unless the connection failed.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<Exchange> SendAsync(
        HttpMethod method, Uri address, AuthenticationHeaderValue? authorization, IReadOnlyList<KeyValuePair<string, string>> headers, WatchedContent? content, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = authorization;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var http = clients.CreateClient(client);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return new Exchange.Answered(await ReadAsync(response, both.Token));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            var why = limit.IsCancellationRequested ? WireWhy.NoAnswer(Limit) : Why(error);
            return content?.IsBegun ?? !IsUnconnected(error) ? new Exchange.Lost(WireWhy.Lost(why)) : new Exchange.Unsent(WireWhy.Unsent(why));
        }
    }

    private async Task<WireReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await using var stream = ReadsBody ? await response.Content.ReadAsStreamAsync(cancellation) : Stream.Null;
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= MaxBytes && (read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            await body.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return new WireReply((int)response.StatusCode, body.ToArray())
        {
            MediaType = response.Content.Headers.ContentType?.MediaType ?? "",
            RetryAfter = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null,
            Kept = Keep.Where(response.Headers.Contains).ToDictionary(name => name, name => string.Join(',', response.Headers.GetValues(name)), StringComparer.OrdinalIgnoreCase),
            IsTooLong = body.Length > MaxBytes,
        };
    }

    private static bool IsUnconnected(Exception error) =>
        error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };

    private static string Why(Exception error) =>
        error.GetBaseException() is SocketException socket ? WireWhy.Failed($"{socket.SocketErrorCode}")
        : error is HttpRequestException http ? WireWhy.Failed($"{http.HttpRequestError}")
        : error is OperationCanceledException ? WireWhy.TookLong
        : WireWhy.Broke;
}
