using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Baton.Tables.Sqlite;

/// <summary>
/// Reads and writes a file that SQLite has opened with one call of the system each. SQLite's own layer moves the file's position first
/// (<c>seekAndRead</c> and <c>seekAndWriteFd</c> in os_unix.c, unless it was compiled with <c>USE_PREAD</c>, which ours is not): seventeen calls more for a click.
/// </summary>
/// <remarks>
/// SQLite tells nobody the number under which the system knows a file, so it is heard of at the call that opens it, which SQLite lets others replace
/// (https://sqlite.org/c3ref/vfs.html, <c>xSetSystemCall</c>). Where that cannot be done, or SQLite takes a file that is open already, or a call
/// does less than it was to do, SQLite's own layer does it, and knows what each error means.
/// </remarks>
internal readonly unsafe partial struct DirectFile
{
    private const int Unknown = -1;

    private static delegate* unmanaged[Cdecl]<byte*, int, int, int> openFile;

    // Set by the call that opens a file, for who has SQLite open one on this thread.
    [ThreadStatic]
    private static int opened;

    // One more than the number, so that a structure of zeros is no file.
    private readonly int numberAndOne;

    private DirectFile(int number) => numberAndOne = number + 1;

    /// <summary>Hears of the files that a layer opens from now on.</summary>
    /// <param name="system">The system's layer.</param>
    public static void Listen(FileLayer* system)
    {
        // Elsewhere the offset of pread is not as wide as ours.
        if (IntPtr.Size < sizeof(long) || system->Version < 3 || system->GetSystemCall == null || system->SetSystemCall == null)
            return;
        fixed (byte* name = "open\0"u8)
        {
            var open = (delegate* unmanaged[Cdecl]<byte*, int, int, int>)system->GetSystemCall((nint)system, name);
            delegate* unmanaged[Cdecl]<byte*, int, int, int> ours = &Open;
            if (open == null)
                return;
            openFile = open;
            _ = system->SetSystemCall((nint)system, name, (nint)ours);
        }
    }

    /// <summary>Forgets what this thread opened before.</summary>
    public static void Expect() => opened = Unknown;

    /// <summary>The file that SQLite opened on this thread since <see cref="Expect"/>; one that nothing is done with, when it opened none.</summary>
    public static DirectFile Opened() => new(opened);

    /// <summary>Reads; false when not all of it was read, and then nothing is known of what <paramref name="to"/> holds.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="count">So many bytes.</param>
    /// <param name="offset">From here in the file.</param>
    public bool TryRead(byte* to, int count, long offset) => numberAndOne > 0 && Read(numberAndOne - 1, to, count, offset) == count;

    /// <summary>Writes; false when not all of it was written.</summary>
    /// <param name="from">Where from.</param>
    /// <param name="count">So many bytes.</param>
    /// <param name="offset">To here in the file.</param>
    public bool TryWrite(byte* from, int count, long offset) => numberAndOne > 0 && Write(numberAndOne - 1, from, count, offset) == count;

    // SQLite looks at the system's error number next.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(byte* path, int flags, int mode)
    {
        var number = openFile(path, flags, mode);
        var error = Marshal.GetLastSystemError();
        opened = number;
        Marshal.SetLastSystemError(error);
        return number;
    }

    [LibraryImport("libc", EntryPoint = "pread")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Read(int file, byte* to, nint count, long offset);

    [LibraryImport("libc", EntryPoint = "pwrite")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Write(int file, byte* from, nint count, long offset);
}
