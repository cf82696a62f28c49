using static SQLitePCL.raw;

namespace Baton.EndToEnd.Faults;

/// <summary>Somebody else's transaction on the store's file, as a shell that was forgotten holds it.</summary>
internal sealed class ForeignLock : IDisposable
{
    private readonly SQLitePCL.sqlite3 shell;

    public ForeignLock(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        Assert.Equal(SQLITE_OK, sqlite3_open(file, out shell));
        Assert.Equal(SQLITE_OK, sqlite3_exec(shell, "BEGIN IMMEDIATE"));
    }

    public void Dispose()
    {
        sqlite3_exec(shell, "ROLLBACK");
        shell.Dispose();
    }
}
