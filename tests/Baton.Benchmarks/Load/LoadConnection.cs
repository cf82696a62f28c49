using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Baton.Benchmarks.Load;

/// <summary>One connection of HTTP/1.1 that is kept alive: one request, one answer, with as little work as it takes to find the answer's end.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int filled;

    /// <summary>Connects to a server on this machine.</summary>
    public LoadConnection(int port)
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, port);
    }

    /// <summary>What to wait for until the answer comes.</summary>
    public Socket Socket { get; }

    /// <summary>Sends a request, whole.</summary>
    public void Send(byte[] request)
    {
        filled = 0;
        for (var sent = 0; sent < request.Length;)
        {
            sent += Socket.Send(request.AsSpan(sent));
        }
    }

    /// <summary>Reads what has come: the answer's status once it is whole, null before.</summary>
    public int? Receive()
    {
        var read = Socket.Receive(buffer.AsSpan(filled));
        if (read == 0)
        {
            throw new IOException("The server closed the connection.");
        }

        filled += read;
        return IsWhole(buffer.AsSpan(0, filled)) ? Utf8Parser.TryParse(buffer.AsSpan("HTTP/1.1 ".Length, 3), out int status, out _) ? status : 0 : null;
    }

    public void Dispose() => Socket.Dispose();

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
