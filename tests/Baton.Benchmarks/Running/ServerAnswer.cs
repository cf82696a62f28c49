using System.Text;

namespace Baton.Benchmarks.Running;

/// <summary>Asks a server one thing, without a client that would itself need time to start.</summary>
internal static class ServerAnswer
{
    /// <summary>Whether the path is answered with 200.</summary>
    public static async Task<bool> IsFineAsync(Stream stream, string path, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"), cancellation);
        var start = new byte["HTTP/1.1 200".Length];
        return await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation) == start.Length
            && Encoding.ASCII.GetString(start).EndsWith(" 200", StringComparison.Ordinal);
    }
}
