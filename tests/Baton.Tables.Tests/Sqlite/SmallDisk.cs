using System.Diagnostics;

namespace Baton.Tables.Tests.Sqlite;

/// <summary>A file system of 4 MiB in memory over a folder, for as long as it is not disposed.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    /// <summary>Mounts it; null where that is not allowed.</summary>
    public static SmallDisk? TryMount(string folder) =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder) ? new SmallDisk(folder) : null;

    /// <summary>Writes a file until nothing fits any more, and returns its path.</summary>
    public string Fill()
    {
        var path = Path.Combine(folder, "filler");
        using var filler = File.Create(path);
        try
        {
            for (var chunk = new byte[4096]; ;)
            {
                filler.Write(chunk);
                filler.Flush();
            }
        }
        catch (IOException)
        {
            return path;
        }
    }

    public void Dispose() => Run("umount", "-l", folder);

    /// <summary>Runs a program of the system; whether it was there and succeeded.</summary>
    internal static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
