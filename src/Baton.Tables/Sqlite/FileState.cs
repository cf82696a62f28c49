namespace Baton.Tables.Sqlite;

/// <summary>A word of ours in SQLite's structure of an open file, behind what the system's layer keeps there.</summary>
internal static class FileState
{
    // The same for every file: set before the first is opened.
    private static int offset;

    /// <summary>Makes room for it.</summary>
    /// <param name="systemSize">How many bytes of a file's structure the system's layer uses.</param>
    /// <returns>How many bytes a file's structure then needs.</returns>
    public static int MakeRoom(int systemSize)
    {
        offset = (systemSize + IntPtr.Size - 1) / IntPtr.Size * IntPtr.Size;
        return offset + IntPtr.Size;
    }

    /// <summary>Where it is.</summary>
    /// <param name="file">SQLite's structure of the file.</param>
    public static nint At(nint file) => file + offset;
}
