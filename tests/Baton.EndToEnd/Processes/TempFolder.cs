namespace Baton.EndToEnd.Processes;

/// <summary>A folder of its own for one process, gone with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("baton-e2e-").FullName;

    public string Path { get; }

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, true);
        }
        catch (IOException)
        {
            // Something of a killed process may linger for a moment; what stays is temporary anyway.
        }
    }
}
