using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Baton.Bot.Tests.Docs;

namespace Baton.Bot.Tests.Deployment;

/// <summary>The deployment files as others read them: Kubernetes' own schemas and types, and a checker of Dockerfiles, in a process of Node's.</summary>
public sealed class DeploymentFiles : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string Folder = typeof(DeploymentFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "DeploymentNodeFolder").Value!;

    /// <summary>What was found of ours.</summary>
    internal JsonNode Ours { get; private set; } = null!;

    /// <summary>Every document of the Kubernetes manifest.</summary>
    internal IEnumerable<JsonNode> Documents => Ours["kubernetes"]!["documents"]!.AsArray().Select(d => d!);

    /// <summary>Every instruction of the Dockerfile: keyword and arguments as written.</summary>
    internal IReadOnlyList<(string Keyword, string Arguments, string Text)> Instructions =>
        [.. Ours["dockerfile"]!["instructions"]!.AsArray().Select(i => ((string)i!["keyword"]!, (string)i["arguments"]!, (string)i["text"]!))];

    public async Task InitializeAsync() => Ours = await CheckAsync(Docs.Documents.Root);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>What is found of the files in a folder.</summary>
    internal static async Task<JsonNode> CheckAsync(string root)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["check.mjs", root]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (found, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"check.mjs ended with {process.ExitCode}: {await wrong}");
        return JsonNode.Parse(await found)!;
    }

    /// <summary>What is wrong with one of them.</summary>
    internal static IEnumerable<string> Problems(JsonNode found, string file) => found[file]!["problems"]!.AsArray().Select(p => (string)p!);
}
