using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>
/// Gathers what SQLite writes to its write-ahead log and hands it over in one piece. SQLite writes each page of a transaction as two
/// pieces of its own, and each of them costs a call of the system; a group of commits is a hundred calls, which took longer
/// than the sync behind them.
/// </summary>
/// <remarks>
/// Nothing is seen or promised earlier or later than without it: all is handed over before each sync, and readers look at no page of the
/// log before its transaction is synced and published in the index (https://sqlite.org/walformat.html). A write that fails then fails
/// the sync that handed it over, and so the commit. Everything that looks at the file sees it handed over first.
/// </remarks>
internal sealed unsafe class WalBuffer
{
    /// <summary>Bytes gathered at most; a group of ordinary size is a tenth of it.</summary>
    private const int Capacity = 1024 * 1024;

    // The system's layer keeps 17 bits of a length, as pages are never larger (seekAndWriteFd in os_unix.c).
    private const int MostAtOnce = 64 * 1024;

    private static readonly WrappedMethods Methods = new(Replace);

    // The same for every file: set before the first is attached.
    private static int stateAt;

    [ThreadStatic]
    private static long end;

    private readonly nint file;
    private byte* bytes;
    private long start;
    private int length;

    private WalBuffer(nint file) => this.file = file;

    /// <summary>Where the latest write of this thread to its log ended, in bytes: how much of the log is in use.</summary>
    public static long End => end;

    /// <summary>Where in a file's structure the address of its buffer stands, behind what the system's layer keeps there.</summary>
    /// <param name="systemSize">How many bytes the system's layer needs for a file.</param>
    public static int StateOffset(int systemSize) => (systemSize + sizeof(nint) - 1) / sizeof(nint) * sizeof(nint);

    /// <summary>Puts a buffer before a log that has just been opened.</summary>
    /// <param name="file">SQLite's structure of it.</param>
    /// <param name="systemSize">How many bytes of it the system's layer uses.</param>
    public static void Attach(nint file, int systemSize)
    {
        stateAt = StateOffset(systemSize);
        if (Methods.TryAttach(file))
            *(nint*)(file + stateAt) = GCHandle.ToIntPtr(GCHandle.Alloc(new WalBuffer(file)));
    }

    private static FileMethods Replace(FileMethods methods)
    {
        methods.Close = &Close;
        methods.Read = &Read;
        methods.Write = &Write;
        methods.Truncate = &Truncate;
        methods.Sync = &Sync;
        methods.FileSize = &FileSize;
        return methods;
    }

    private static GCHandle Handle(nint file) => GCHandle.FromIntPtr(*(nint*)(file + stateAt));

    private static WalBuffer Of(nint file) => (WalBuffer)Handle(file).Target!;

    private int Add(byte* from, int count, long offset)
    {
        if (length > 0 && (offset != start + length || length + count > Capacity) && HandOver() is var code && code != raw.SQLITE_OK)
            return code;
        if (bytes is null)
            bytes = (byte*)NativeMemory.Alloc(Capacity);
        if (length == 0)
            start = offset;
        Buffer.MemoryCopy(from, bytes + length, Capacity - length, count);
        length += count;
        end = offset + count;
        return raw.SQLITE_OK;
    }

    // What could not be written is dropped, as its transaction is.
    private int HandOver()
    {
        if (length == 0)
            return raw.SQLITE_OK;
        var code = raw.SQLITE_OK;
        for (var done = 0; done < length && code == raw.SQLITE_OK; done += MostAtOnce)
            code = Methods.System->Write(file, bytes + done, Math.Min(MostAtOnce, length - done), start + done);
        length = 0;
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint file, byte* from, int count, long offset) => Of(file).Add(from, count, offset);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(nint file, int flags) => Of(file).HandOver() is var code && code != raw.SQLITE_OK ? code : Methods.System->Sync(file, flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(nint file, byte* to, int count, long offset) =>
        Of(file).HandOver() is var code && code != raw.SQLITE_OK ? code : Methods.System->Read(file, to, count, offset);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(nint file, long size) => Of(file).HandOver() is var code && code != raw.SQLITE_OK ? code : Methods.System->Truncate(file, size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(nint file, long* size) => Of(file).HandOver() is var code && code != raw.SQLITE_OK ? code : Methods.System->FileSize(file, size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(nint file)
    {
        var handle = Handle(file);
        var buffer = (WalBuffer)handle.Target!;
        _ = buffer.HandOver();
        NativeMemory.Free(buffer.bytes);
        handle.Free();
        return Methods.System->Close(file);
    }
}
