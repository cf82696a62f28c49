using System.Runtime.InteropServices;

namespace Baton.Tables.Sqlite;

/// <summary>SQLite's file layer: struct <c>sqlite3_vfs</c>, version 3 (https://sqlite.org/c3ref/vfs.html).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileLayer
{
    public int Version;
    public int FileSize;
    public int MaxPath;
    public nint Next;
    public nint Name;
    public nint AppData;
    public delegate* unmanaged[Cdecl]<nint, nint, nint, int, int*, int> Open;
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
