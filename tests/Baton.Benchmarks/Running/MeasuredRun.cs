using System.Diagnostics;
using System.Globalization;

namespace Baton.Benchmarks.Running;

/// <summary>Runs a program to its end, and tells how long it took and the most memory that it had at once.</summary>
internal static class MeasuredRun
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task<(double Seconds, double Mebibytes)> OfAsync(string folder, string program, IEnumerable<string> arguments, CancellationToken cancellation, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(environment, e => start.Environment[e.Name] = e.Value);
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = new ServerOutput(process);
        var most = 0.0;
        while (!process.HasExited)
        {
            most = Math.Max(most, Highest(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(cancellation), Task.Delay(Look, TimeProvider.System, cancellation));
        }

        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? (Stopwatch.GetElapsedTime(began).TotalSeconds, most)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}. It said:\n{said}");
    }

    // The kernel keeps the highest; it is gone with the process.
    private static double Highest(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6, line.Length - 8), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
