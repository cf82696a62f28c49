using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>
/// The operating system's file layer with three changes, made the documented way (https://sqlite.org/vfs.html#vfs_shims).
/// The SQLite we get was compiled without <c>usleep</c>: when a reader meets a commit for the sixth time in a row it means to wait
/// microseconds, and sleeps a whole second; here it sleeps as long as it means to. The write-ahead log is written through a
/// <see cref="WalBuffer"/>, and copied into the database at a <see cref="CheckpointPace"/>.
/// </summary>
internal static unsafe class BatonVfs
{
    // https://sqlite.org/c3ref/c_open_autoproxy.html
    private const int OpenDatabase = 0x00000100;
    private const int OpenWal = 0x00080000;

    // SQLite keeps a pointer to ours for as long as the process lives.
    private static FileLayer system;

    /// <summary>What to open files with; null for SQLite's own choice, on systems where it sleeps well.</summary>
    public static readonly string? Name = OperatingSystem.IsWindows() ? null : Register("baton");

    private static string Register(string name)
    {
        Batteries_V2.Init();
        var library = NativeLibrary.Load("e_sqlite3", typeof(SQLite3Provider_e_sqlite3).Assembly, null);
        var find = (delegate* unmanaged[Cdecl]<nint, FileLayer*>)NativeLibrary.GetExport(library, "sqlite3_vfs_find");
        var register = (delegate* unmanaged[Cdecl]<FileLayer*, int, int>)NativeLibrary.GetExport(library, "sqlite3_vfs_register");

        system = *find(0);
        var ours = (FileLayer*)NativeMemory.Alloc((nuint)sizeof(FileLayer));
        *ours = system;
        ours->Next = 0;
        ours->Name = Marshal.StringToCoTaskMemUTF8(name);
        ours->FileSize = WalBuffer.StateOffset(system.FileSize) + sizeof(nint);
        ours->Open = &Open;
        ours->Sleep = &Sleep;
        return register(ours, 0) == 0 ? name : throw new InvalidOperationException("SQLite refused our file layer.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(nint vfs, nint name, nint file, int flags, int* outFlags)
    {
        var code = system.Open(vfs, name, file, flags, outFlags);
        if (code == raw.SQLITE_OK && (flags & OpenWal) != 0)
            WalBuffer.Attach(file, system.FileSize);
        else if (code == raw.SQLITE_OK && (flags & OpenDatabase) != 0)
            CheckpointPace.Attach(file);
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sleep(nint vfs, int microseconds)
    {
        Pause.For(TimeSpan.FromMicroseconds(microseconds));
        return microseconds;
    }
}
