using System.Runtime.InteropServices;

namespace Baton.Tables.Sqlite;

/// <summary>Waits on a thread that may block, for real time: a lock of another process knows no clock of ours.</summary>
internal static partial class Pause
{
    // Nobody ever pulses it.
    private static readonly object Nobody = new();

    /// <summary>Waits.</summary>
    /// <param name="time">For how long; below a millisecond on Windows, only until other threads had their turn.</param>
    public static void For(TimeSpan time)
    {
        if (time < TimeSpan.FromMilliseconds(1))
        {
            if (OperatingSystem.IsWindows())
                Thread.Yield();
            else
                _ = SleepMicroseconds((uint)time.TotalMicroseconds);
            return;
        }

        lock (Nobody)
            Monitor.Wait(Nobody, time);
    }

    [LibraryImport("libc", EntryPoint = "usleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SleepMicroseconds(uint microseconds);
}
