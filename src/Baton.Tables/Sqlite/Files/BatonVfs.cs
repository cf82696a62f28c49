using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>
/// The operating system's file layer with two changes, made the documented way (https://sqlite.org/vfs.html#vfs_shims): the write-ahead log is
/// written through a <see cref="WalBuffer"/>, and copied into the database at a <see cref="CheckpointPace"/>.
/// </summary>
internal static unsafe class BatonVfs
{
    // https://sqlite.org/c3ref/c_open_autoproxy.html
    private const int OpenDatabase = 0x00000100;
    private const int OpenWal = 0x00080000;

    // SQLite keeps a pointer to ours for as long as the process lives.
    private static FileLayer system;

    /// <summary>What to open files with; null for SQLite's own choice, on a system whose files are of another kind.</summary>
    public static readonly string? Name = Register(SqliteLibrary.Handle, "baton");

    private static string? Register(nint library, string name)
    {
        if (OperatingSystem.IsWindows())
            return null;
        var find = (delegate* unmanaged[Cdecl]<nint, FileLayer*>)NativeLibrary.GetExport(library, "sqlite3_vfs_find");
        var register = (delegate* unmanaged[Cdecl]<FileLayer*, int, int>)NativeLibrary.GetExport(library, "sqlite3_vfs_register");

        system = *find(0);
        var ours = (FileLayer*)NativeMemory.Alloc((nuint)sizeof(FileLayer));
        *ours = system;
        ours->Next = 0;
        ours->Name = Marshal.StringToCoTaskMemUTF8(name);
        ours->FileSize = WalBuffer.StateOffset(system.FileSize) + sizeof(nint);
        ours->Open = &Open;
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
}
