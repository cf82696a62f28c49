using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Baton.Benchmarks.Load;

/// <summary>One connection of HTTP/1.1 that is kept alive: one request, one answer, with as little work as it takes to find the answer's end.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket socket;
    private readonly byte[] buffer = new byte[64 * 1024];

    private LoadConnection(Socket socket) => this.socket = socket;

    public static async Task<LoadConnection> OpenAsync(int port, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
        return new LoadConnection(socket);
    }

    /// <summary>Sends a request, reads the whole answer and tells its status.</summary>
    public async Task<int> SendAsync(byte[] request, CancellationToken cancellation)
    {
        await socket.SendAsync(request, cancellation);
        for (var filled = 0; ;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellation);
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            filled += read;
            if (IsWhole(buffer.AsSpan(0, filled)))
            {
                return Utf8Parser.TryParse(buffer.AsSpan("HTTP/1.1 ".Length, 3), out int status, out _) ? status : 0;
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..(end + 2)];
        var body = answer[(end + 4)..];
        if (head.IndexOf("Content-Length: "u8) is var at and >= 0)
        {
            return Utf8Parser.TryParse(head[(at + "Content-Length: ".Length)..], out int length, out _) && body.Length >= length;
        }

        return head.IndexOf("Transfer-Encoding: chunked"u8) < 0 || body.EndsWith("0\r\n\r\n"u8);
    }
}
