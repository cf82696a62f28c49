using System.Runtime.InteropServices;

namespace Baton.Tables.Sqlite;

/// <summary>
/// What SQLite calls on one kind of file, with some of it replaced by ours: one for all such files of a process, made of the methods that the
/// system's layer gives to the first of them.
/// </summary>
/// <param name="replace">Replaces some of the system's methods.</param>
internal sealed unsafe class WrappedMethods(Func<FileMethods, FileMethods> replace)
{
    private readonly Lock gate = new();
    private FileMethods* ours;

    /// <summary>The system's own; there once a file was attached.</summary>
    public FileMethods* System { get; private set; }

    /// <summary>Has ours called for a file that has just been opened; false for one with other methods than the first one's, which is left as it is.</summary>
    /// <param name="file">SQLite's structure of it.</param>
    public bool TryAttach(nint file)
    {
        var methods = (FileMethods**)file;
        lock (gate)
        {
            if (ours is null)
            {
                System = *methods;
                ours = (FileMethods*)NativeMemory.Alloc((nuint)sizeof(FileMethods));
                *ours = replace(*System);
            }
        }

        if (*methods != System)
            return false;
        *methods = ours;
        return true;
    }
}
