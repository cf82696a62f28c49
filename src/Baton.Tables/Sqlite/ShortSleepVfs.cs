using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>
/// The operating system's VFS with another <c>xSleep</c>. The SQLite we get was compiled without <c>usleep</c>: when a reader
/// meets a commit for the sixth time in a row it means to wait microseconds, and sleeps a whole second. The structure is
/// public and its copying for such a shim is documented (https://sqlite.org/vfs.html#vfs_shims).
/// </summary>
internal static class ShortSleepVfs
{
    // SQLite keeps a pointer to it for as long as the process lives.
    private static readonly Sleep ShortSleep = static (_, microseconds) =>
    {
        Pause.For(TimeSpan.FromMicroseconds(microseconds));
        return microseconds;
    };

    /// <summary>What to open files with; null for SQLite's own choice, on systems where it sleeps well.</summary>
    public static readonly string? Name = OperatingSystem.IsWindows() ? null : Register("baton");

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate int Sleep(nint vfs, int microseconds);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint FindVfs(nint name);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int RegisterVfs(nint vfs, int makeDefault);

    private static string Register(string name)
    {
        Batteries_V2.Init();
        var library = NativeLibrary.Load("e_sqlite3", typeof(SQLite3Provider_e_sqlite3).Assembly, null);
        var find = Marshal.GetDelegateForFunctionPointer<FindVfs>(NativeLibrary.GetExport(library, "sqlite3_vfs_find"));
        var register = Marshal.GetDelegateForFunctionPointer<RegisterVfs>(NativeLibrary.GetExport(library, "sqlite3_vfs_register"));

        var vfs = Marshal.PtrToStructure<Vfs>(find(0));
        vfs.Next = 0;
        vfs.Name = Marshal.StringToCoTaskMemUTF8(name);
        vfs.Sleep = Marshal.GetFunctionPointerForDelegate(ShortSleep);
        var copy = Marshal.AllocHGlobal(Marshal.SizeOf<Vfs>());
        Marshal.StructureToPtr(vfs, copy, false);
        return register(copy, 0) == 0 ? name : throw new InvalidOperationException("SQLite refused our VFS.");
    }

    // struct sqlite3_vfs, version 3 (https://sqlite.org/c3ref/vfs.html).
    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version;
        public int FileSize;
        public int MaxPath;
        public nint Next;
        public nint Name;
        public nint AppData;
        public nint Open;
        public nint Delete;
        public nint Access;
        public nint FullPathname;
        public nint DlOpen;
        public nint DlError;
        public nint DlSym;
        public nint DlClose;
        public nint Randomness;
        public nint Sleep;
        public nint CurrentTime;
        public nint GetLastError;
        public nint CurrentTimeInt64;
        public nint SetSystemCall;
        public nint GetSystemCall;
        public nint NextSystemCall;
    }
}
