using System.Runtime.InteropServices;
using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class BatonVfsTests
{
    // Three ints, padded, then the pointers before xSleep: https://sqlite.org/c3ref/vfs.html.
    private static readonly int SleepOffset = (IntPtr.Size == 8 ? 16 : 12) + (12 * IntPtr.Size);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint FindVfs([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Sleep(nint vfs, int microseconds);

    // Before, a checkpoint beside a writer that begins the log anew could lose committed pages: https://sqlite.org/wal.html#walresetbug.
    [Fact]
    public void SQLite_is_one_that_loses_nothing_when_the_log_begins_anew_during_a_checkpoint()
    {
        SQLitePCL.Batteries_V2.Init();

        Assert.InRange(SQLitePCL.raw.sqlite3_libversion_number(), 3_051_003, int.MaxValue);
    }

    [Fact]
    public void A_wait_of_a_microsecond_is_not_rounded_up_to_a_second()
    {
        if (BatonVfs.Name is not { } name)
            return; // Windows has no layer of ours.
        var vfs = Marshal.GetDelegateForFunctionPointer<FindVfs>(NativeLibrary.GetExport(SqliteLibrary.Handle, "sqlite3_vfs_find"))(name);

        var slept = Marshal.GetDelegateForFunctionPointer<Sleep>(Marshal.ReadIntPtr(vfs, SleepOffset))(vfs, 1);

        Assert.Equal(1, slept);
    }
}
