using System.Diagnostics;

namespace Baton.Benchmarks.Load;

/// <summary>
/// Sends prepared requests over a number of connections, each sending its next when the last is answered. The requests are bytes before the
/// clock starts, so that what is measured is the server and not the making of requests.
/// </summary>
internal static class LoadGenerator
{
    /// <summary>Sends requests until they are used up or the time is over.</summary>
    public static async Task<LoadRound> RunAsync(int port, IReadOnlyList<byte[]> requests, int connections, TimeSpan limit, CancellationToken cancellation)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => LoadConnection.OpenAsync(port, cancellation)));
        var next = -1;
        var refused = 0;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(open.Select(async connection =>
        {
            var own = new List<double>(requests.Count / connections * 2);
            while (Stopwatch.GetElapsedTime(start) < limit && Interlocked.Increment(ref next) is var at && at < requests.Count)
            {
                var sent = Stopwatch.GetTimestamp();
                if (await connection.SendAsync(requests[at], cancellation) != 200)
                {
                    Interlocked.Increment(ref refused);
                }

                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return own;
        }));
        var took = Stopwatch.GetElapsedTime(start);
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Array.ForEach(open, c => c.Dispose());
        double[] all = [.. latencies.SelectMany(l => l).Order()];
        return new LoadRound(all.Length - refused, refused, took, all, cpu);
    }
}
