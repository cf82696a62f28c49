using System.Diagnostics;

namespace Baton.Tables.Tests.Sqlite;

/// <summary>A file system of a few MiB in memory over a folder, for as long as it is not disposed. Only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    /// <summary>Mounts it; null where that is not allowed.</summary>
    public static SmallDisk? TryMount(string folder, int megabytes) =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) ? new SmallDisk(folder) : null;

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

    /// <summary>Lets nobody write any more; nothing may have a file open for writing.</summary>
    public void Protect() => Assert.True(Run("mount", "-o", "remount,ro", folder));

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
