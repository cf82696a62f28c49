using System.Diagnostics;

namespace Baton.Benchmarks.Running;

/// <summary>The last lines that a process said, for when it fails.</summary>
internal sealed class ServerOutput
{
    private const int Kept = 40;

    // Guarded by itself: two streams write to it.
    private readonly Queue<string> lines = new();

    public ServerOutput(Process process)
    {
        process.OutputDataReceived += (_, e) => Add(e.Data);
        process.ErrorDataReceived += (_, e) => Add(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (lines)
        {
            return string.Join('\n', lines);
        }
    }

    private void Add(string? line)
    {
        lock (lines)
        {
            lines.Enqueue(line ?? "");
            if (lines.Count > Kept)
            {
                lines.Dequeue();
            }
        }
    }
}
