using System.Diagnostics;

namespace Baton.EndToEnd.Faults;

/// <summary>A file system of a few MiB in memory over a folder, for as long as it is not disposed. Only root may mount one.</summary>
internal sealed class TinyDisk : IDisposable
{
    private readonly string folder;

    private TinyDisk(string folder) => this.folder = folder;

    /// <summary>Mounts it; null where that is not allowed.</summary>
    public static TinyDisk? TryMount(string folder) =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder) ? new TinyDisk(folder) : null;

    /// <summary>Writes until nothing fits any more; deleting the file that it answers makes room again.</summary>
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

    private static bool Run(string program, params string[] arguments)
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
