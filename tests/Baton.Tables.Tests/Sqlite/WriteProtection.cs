namespace Baton.Tables.Tests.Sqlite;

/// <summary>Makes a file unwritable, for root too: by its mode where that binds us, by the immutable flag where it does not.</summary>
internal sealed class WriteProtection : IDisposable
{
    private readonly string path;
    private readonly bool immutable;

    private WriteProtection(string path)
    {
        this.path = path;
        File.SetAttributes(path, FileAttributes.ReadOnly);
        immutable = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && SmallDisk.Run("chattr", "+i", path);
    }

    /// <summary>Protects the file until disposed; null where nothing binds us, as for root on a file system without flags.</summary>
    public static WriteProtection? TryOver(string path)
    {
        var protection = new WriteProtection(path);
        try
        {
            using (File.OpenWrite(path))
                protection.Dispose();
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return protection;
        }
    }

    public void Dispose()
    {
        if (immutable)
            SmallDisk.Run("chattr", "-i", path);
        File.SetAttributes(path, FileAttributes.Normal);
    }
}
