using System.Diagnostics;

namespace Baton.Benchmarks.Running;

/// <summary>Runs a program to its end, before anything is measured.</summary>
internal static class Tool
{
    public static async Task RunAsync(string folder, string program, IEnumerable<string> arguments, CancellationToken cancellation, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(environment, e => start.Environment[e.Name] = e.Value);
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException($"{program} did not start.");
        var said = new ServerOutput(process);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}. It said:\n{said}");
        }
    }
}
