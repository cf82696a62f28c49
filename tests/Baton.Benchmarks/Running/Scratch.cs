namespace Baton.Benchmarks.Running;

/// <summary>A folder for one run's files, deleted at its end.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch() => Folder = Directory.CreateTempSubdirectory("baton-benchmark-").FullName;

    public string Folder { get; }

    public string File(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
