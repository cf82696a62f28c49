using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Slack.Tests.Wire;

/// <summary>A server that answers with whatever bytes a test wants, and keeps the requests as they came.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> answer;
    private readonly ConcurrentBag<Task> connections = [];
    private readonly Task accepting;

    public RawServer(Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Api => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api/");

    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>A server that answers each request in the same way.</summary>
    public static RawServer Saying(string response) => new((_, stream, cancellation) => stream.WriteAsync(Encoding.UTF8.GetBytes(response), cancellation).AsTask());

    /// <summary>A server that answers each request with JSON.</summary>
    public static RawServer Json(Func<string, string> json) => new((request, stream, cancellation) =>
    {
        var body = json(request);
        return stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"), cancellation).AsTask();
    });

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await accepting;

        // Not before: a listener that is asked for the next connection after its end says that it was never started.
        listener.Dispose();
        await Task.WhenAll(connections);
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReadAsync(stream) is { } request)
                {
                    Requests.Enqueue(request);
                    await answer(request, stream, end.Token);
                }
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The other side has left, or the test is over.
            }
        }
    }

    private async Task<string?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        int read;
        while ((read = await stream.ReadAsync(buffer, end.Token)) > 0)
        {
            bytes.AddRange(buffer.AsSpan(0, read));
            var text = Encoding.UTF8.GetString([.. bytes]);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && bytes.Count >= Encoding.UTF8.GetByteCount(text[..(head + 4)]) + Length(text)) return text;
        }

        return null;
    }

    private static int Length(string request) =>
        request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)) is { } line ? int.Parse(line[16..]) : 0;
}
