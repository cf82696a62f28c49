using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>What SQLite calls on a database file: read and written as a <see cref="DirectFile"/>, by checkpoints at their <see cref="CheckpointPace"/>.</summary>
internal static unsafe class DatabaseFile
{
    // SQLITE_SYNC_NORMAL: https://sqlite.org/c3ref/c_sync_dataonly.html
    private const int SyncNormal = 2;

    private static readonly WrappedMethods Methods = new(Replace);

    /// <summary>Has ours called for a database file that has just been opened.</summary>
    /// <param name="file">SQLite's structure of it.</param>
    /// <param name="direct">The file itself.</param>
    public static void Attach(nint file, DirectFile direct)
    {
        if (Methods.TryAttach(file))
            *(DirectFile*)FileState.At(file) = direct;
    }

    /// <summary>Has what was written to a file that we attached to written to disk.</summary>
    /// <param name="file">SQLite's structure of it.</param>
    /// <returns>SQLite's result code.</returns>
    public static int Sync(nint file) => Methods.System->Sync(file, SyncNormal);

    private static FileMethods Replace(FileMethods methods)
    {
        methods.Read = &Read;
        methods.Write = &Write;
        return methods;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(nint file, byte* to, int count, long offset) =>
        ((DirectFile*)FileState.At(file))->TryRead(to, count, offset) ? raw.SQLITE_OK : Methods.System->Read(file, to, count, offset);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint file, byte* from, int count, long offset)
    {
        var code = ((DirectFile*)FileState.At(file))->TryWrite(from, count, offset) ? raw.SQLITE_OK : Methods.System->Write(file, from, count, offset);
        return code == raw.SQLITE_OK && CheckpointPace.Current is { } pace ? pace.Count(file) : code;
    }
}
