using System.Diagnostics;
using System.Net.Sockets;

namespace Baton.Benchmarks.Load;

/// <summary>
/// Sends prepared requests over a number of connections, each sending its next when the last is answered. The requests are bytes before the
/// clock starts, and one thread serves all connections, many answers in one go, so that what is measured is the server: generator and
/// server share the machine's processors.
/// </summary>
internal static class LoadGenerator
{
    // Real time: how long a server on this machine may keep all connections waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends requests until they are used up or the time is over.</summary>
    public static Task<LoadRound> RunAsync(int port, IReadOnlyList<byte[]> requests, int connections, TimeSpan limit, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => Run(port, requests, connections, limit, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static LoadRound Run(int port, IReadOnlyList<byte[]> requests, int connections, TimeSpan limit, CancellationToken cancellation)
    {
        var open = new Dictionary<Socket, LoadConnection>();
        try
        {
            for (var i = 0; i < connections; i++)
            {
                var connection = new LoadConnection(port);
                open.Add(connection.Socket, connection);
            }

            return Measure(open, requests, limit, cancellation);
        }
        finally
        {
            foreach (var connection in open.Values)
            {
                connection.Dispose();
            }
        }
    }

    private static LoadRound Measure(Dictionary<Socket, LoadConnection> open, IReadOnlyList<byte[]> requests, TimeSpan limit, CancellationToken cancellation)
    {
        var sentAt = open.Keys.ToDictionary(static s => s, static _ => 0L);
        var latencies = new List<double>(requests.Count);
        var (next, refused) = (0, 0);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var waiting = open.Values.Where(Sent).Select(static c => c.Socket).ToList();
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var ready = new List<Socket>(waiting);
            Socket.Select(ready, null, null, Patience);
            if (ready.Count == 0)
            {
                throw new TimeoutException($"The server answered none of {waiting.Count} requests for {Patience.TotalSeconds} s.");
            }

            foreach (var socket in ready)
            {
                if (open[socket].Receive() is not { } status)
                {
                    continue;
                }

                latencies.Add(Stopwatch.GetElapsedTime(sentAt[socket]).TotalMilliseconds);
                refused += status == 200 ? 0 : 1;
                if (!Sent(open[socket]))
                {
                    waiting.Remove(socket);
                }
            }
        }

        var took = Stopwatch.GetElapsedTime(start);
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        return new LoadRound(latencies.Count - refused, refused, took, [.. latencies.Order()], cpu);

        bool Sent(LoadConnection connection)
        {
            if (next == requests.Count || Stopwatch.GetElapsedTime(start) >= limit)
            {
                return false;
            }

            sentAt[connection.Socket] = Stopwatch.GetTimestamp();
            connection.Send(requests[next++]);
            return true;
        }
    }
}
