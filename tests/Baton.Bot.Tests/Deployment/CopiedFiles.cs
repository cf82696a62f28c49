using Baton.Bot.Tests.Docs;

namespace Baton.Bot.Tests.Deployment;

/// <summary>The deployment files in a folder of their own, where a test may make mistakes in them.</summary>
internal sealed class CopiedFiles : IDisposable
{
    private static readonly string[] Copied = ["Dockerfile", "manifests/kubernetes/baton.yaml"];

    public CopiedFiles()
    {
        foreach (var file in Copied)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
            File.Copy(Path.Combine(Documents.Root, file), Path.Combine(Root, file));
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("baton-deployment-").FullName;

    /// <summary>Makes one; the test is wrong when nothing changes.</summary>
    public void Change(string file, Func<string, string> change)
    {
        var text = File.ReadAllText(Path.Combine(Root, file));
        Assert.NotEqual(text, change(text));
        File.WriteAllText(Path.Combine(Root, file), change(text));
    }

    public void Dispose() => Directory.Delete(Root, true);
}
