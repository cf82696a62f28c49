using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;

namespace Baton.Benchmarks.Accept;

/// <summary>The peer: an app on <c>@slack/bolt</c> that acknowledges the click on a button and stores nothing.</summary>
internal static class BoltPeer
{
    private const string Secret = "benchmark-signing-secret";

    private static string Folder => Path.Combine(Published.Repository, "tests/Baton.Benchmarks/peers/bolt");

    /// <summary>Fetches the packages that its lock file names, where that is not done yet.</summary>
    public static Task PrepareAsync(CancellationToken cancellation) =>
        Directory.Exists(Path.Combine(Folder, "node_modules")) ? Task.CompletedTask : Tool.RunAsync(Folder, "npm", ["ci", "--no-audit", "--no-fund"], cancellation);

    public static Task<ServerProcess> StartAsync(CancellationToken cancellation) => ServerProcess.StartAsync(
        "node", ["app.js"], ServerSettings.Of(Folder, ("NODE_ENV", "production"), ("SIGNING_SECRET", Secret), ("PORT", "{port}")), null, cancellation);

    /// <summary>A click on a handoff's button as Slack sends and signs it, as bytes.</summary>
    public static byte[] Click(string handoff, DateTimeOffset now)
    {
        var body = "payload=" + Uri.EscapeDataString(BoltClick.Payload(handoff, now));
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
        return Encoding.UTF8.GetBytes(
            "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: v0={signature}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
