using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Baton.Benchmarks.Running;

/// <summary>A server in a process of its own, on loopback; stopped by its id when it is disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);
    private readonly Process process;

    private ServerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Processor time that it used so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts a program and waits until it answers <paramref name="path"/> with 200 (any answer, for a null path a connection, will do).</summary>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, ServerSettings settings, string? path, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = settings.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings.Environment)
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = new ServerOutput(process);
        var server = new ServerProcess(process, settings.Port);
        try
        {
            while (!await AnswersAsync(settings.Port, path, cancellation))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                {
                    throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} is not ready. It said:\n{said}");
                }

                await Task.Delay(Look, TimeProvider.System, cancellation);
            }
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        server.ReadyAfter = Stopwatch.GetElapsedTime(started);
        return server;
    }

    /// <summary>Waits until it has nothing to do: it uses less than a fiftieth of a processor.</summary>
    public async Task<TimeSpan> SettleAsync(CancellationToken cancellation)
    {
        var slice = TimeSpan.FromMilliseconds(500);
        for (var since = Stopwatch.GetTimestamp(); ;)
        {
            var before = CpuTime;
            await Task.Delay(slice, TimeProvider.System, cancellation);
            if (CpuTime - before < slice / 50 || Stopwatch.GetElapsedTime(since) > 3 * Patience)
            {
                return Stopwatch.GetElapsedTime(since) - slice;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(int port, string? path, CancellationToken cancellation)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync("127.0.0.1", port, cancellation);
            return path is null || await ServerAnswer.IsFineAsync(socket.GetStream(), path, cancellation);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }
}
