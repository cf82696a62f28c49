using System.Globalization;
using System.Runtime.InteropServices;

namespace Baton.Benchmarks.Running;

/// <summary>What it was measured on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var model = Line("/proc/cpuinfo", "model name");
        var memory = long.Parse(Line("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1024.0 / 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} × {model}, {memory:0} GB, Linux {Environment.OSVersion.Version}, {RuntimeInformation.FrameworkDescription}");
    }

    /// <summary>How many tasks wanted a processor, on average over the last minute: above the number of processors, figures say little.</summary>
    public static double Load => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Line(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
}
