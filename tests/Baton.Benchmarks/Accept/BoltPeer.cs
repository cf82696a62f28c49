using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;

namespace Baton.Benchmarks.Accept;

/// <summary>The peer: an app on <c>@slack/bolt</c> that acknowledges the click on a button and stores nothing.</summary>
internal static class BoltPeer
{
    /// <summary>What signs requests to it.</summary>
    public const string Secret = "0123456789abcdef0123456789abcdef";

    /// <summary>Where it takes everything of Slack's.</summary>
    public const string Path = "/slack/events";

    private static string Folder => System.IO.Path.Combine(Published.Repository, "tests/Baton.Benchmarks/peers/bolt");

    /// <summary>Fetches the packages that its lock file names, where that is not done yet.</summary>
    public static Task PrepareAsync(CancellationToken cancellation) =>
        Directory.Exists(System.IO.Path.Combine(Folder, "node_modules")) ? Task.CompletedTask : Tool.RunAsync(Folder, "npm", ["ci", "--no-audit", "--no-fund"], cancellation);

    public static Task<ServerProcess> StartAsync(CancellationToken cancellation) => ServerProcess.StartAsync(
        "node", ["app.js"], ServerSettings.Of(Folder, ("NODE_ENV", "production"), ("SIGNING_SECRET", Secret), ("PORT", "{port}")), null, cancellation);

    /// <summary>A click on a handoff's button as Slack sends and signs it, as bytes.</summary>
    public static byte[] Click(string handoff, DateTimeOffset now) => SlackRequest.Click(Path, Secret, handoff, now);
}
