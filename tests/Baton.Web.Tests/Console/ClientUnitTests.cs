using System.Diagnostics;

namespace Baton.Web.Tests.Console;

/// <summary>The client's own tests, run where the build has installed what they need.</summary>
public sealed class ClientUnitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_clients_own_tests_pass()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["test", "--silent"])
        {
            WorkingDirectory = Path.Combine(Repository(), "src", "Baton.Web", "client"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(limit.Token), npm.StandardError.ReadToEndAsync(limit.Token));
            await npm.WaitForExitAsync(limit.Token);
            Assert.True(npm.ExitCode == 0, string.Join('\n', output));
        }
        finally
        {
            if (!npm.HasExited)
            {
                npm.Kill(entireProcessTree: true);
            }
        }
    }

    private static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Bot.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Bot.sln.");
        }

        return directory.FullName;
    }
}
