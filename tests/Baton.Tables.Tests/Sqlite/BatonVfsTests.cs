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

    [Fact]
    public void A_wait_of_a_microsecond_is_not_rounded_up_to_a_second()
    {
        if (BatonVfs.Name is not { } name)
            return; // Windows sleeps well by itself.
        var library = NativeLibrary.Load("e_sqlite3", typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, null);
        var vfs = Marshal.GetDelegateForFunctionPointer<FindVfs>(NativeLibrary.GetExport(library, "sqlite3_vfs_find"))(name);

        var slept = Marshal.GetDelegateForFunctionPointer<Sleep>(Marshal.ReadIntPtr(vfs, SleepOffset))(vfs, 1);

        Assert.Equal(1, slept);
    }
}
