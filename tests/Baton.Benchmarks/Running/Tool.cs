using System.Diagnostics;

namespace Baton.Benchmarks.Running;

/// <summary>Runs a program to its end, before anything is measured.</summary>
internal static class Tool
{
    public static async Task RunAsync(string folder, string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var said = new ServerOutput(process);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}. It said:\n{said}");
        }
    }
}
