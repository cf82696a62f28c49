using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Baton.Tables.Sqlite;

/// <summary>
/// Gathers what SQLite writes to its write-ahead log and hands it over in one piece. SQLite writes each page of a transaction as two
/// pieces of its own, and each of them costs two calls of the system; a group of commits is some hundred calls, which took longer
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

    [ThreadStatic]
    private static long end;

    private readonly nint file;
    private readonly DirectFile direct;
    private byte* bytes;
    private long start;
    private int length;

    private WalBuffer(nint file, DirectFile direct) => (this.file, this.direct) = (file, direct);

    /// <summary>Where the latest write of this thread to its log ended, in bytes: how much of the log is in use.</summary>
    public static long End => end;

    /// <summary>Puts a buffer before a log that has just been opened.</summary>
    /// <param name="file">SQLite's structure of it.</param>
    /// <param name="direct">The file itself.</param>
    public static void Attach(nint file, DirectFile direct)
    {
        if (Methods.TryAttach(file))
            *(nint*)FileState.At(file) = GCHandle.ToIntPtr(GCHandle.Alloc(new WalBuffer(file, direct)));
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

    private static GCHandle Handle(nint file) => GCHandle.FromIntPtr(*(nint*)FileState.At(file));

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
        if (direct.TryWrite(bytes, length, start))
        {
            length = 0;
            return raw.SQLITE_OK;
        }

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
    private static int Read(nint file, byte* to, int count, long offset)
    {
        var buffer = Of(file);
        var code = buffer.HandOver();
        return code != raw.SQLITE_OK || buffer.direct.TryRead(to, count, offset) ? code : Methods.System->Read(file, to, count, offset);
    }

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
