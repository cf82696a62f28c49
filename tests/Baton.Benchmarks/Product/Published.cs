using System.Runtime.InteropServices;
using Baton.Benchmarks.Running;

namespace Baton.Benchmarks.Product;

/// <summary>A program as it is shipped: published, for both sides in the same way.</summary>
/// <param name="Program">Its assembly, started by <c>dotnet</c>.</param>
internal sealed record Published(string Program)
{
    /// <summary>Publishes a project, given relative to the repository.</summary>
    public static async Task<Published> OfAsync(string project, string assembly, Scratch scratch, CancellationToken cancellation)
    {
        var to = scratch.File($"published-{assembly}");
        await Tool.RunAsync(Repository, "dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", to, "--nologo", "-v", "q", "-nodeReuse:false"], cancellation);
        return new Published(Path.Combine(to, $"{assembly}.dll"));
    }

    /// <summary>The folder with the solution.</summary>
    public static string Repository { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("Run it from within the repository: the peers are built there.")
        : File.Exists(Path.Combine(folder.FullName, "Bot.sln")) ? folder.FullName
        : Find(folder.Parent);
}
