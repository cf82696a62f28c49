using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
        var body = "payload=" + Uri.EscapeDataString(Payload(handoff, now));
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
        return Encoding.UTF8.GetBytes(
            "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: v0={signature}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    // As Slack documents block_actions for a button in a channel's message; the message is short, which is in the peer's favour.
    private static string Payload(string handoff, DateTimeOffset now)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}.000100");
        return JsonSerializer.Serialize(new
        {
            type = "block_actions",
            user = new { id = "U0REP", username = "rep", name = "rep", team_id = "T0BENCH" },
            api_app_id = "A0BENCH",
            token = "unused",
            container = new { type = "message", message_ts = ts, channel_id = "C0SALES", is_ephemeral = false },
            trigger_id = $"1.2.{handoff}",
            team = new { id = "T0BENCH", domain = "bench" },
            enterprise = (object?)null,
            is_enterprise_install = false,
            channel = new { id = "C0SALES", name = "sales" },
            message = new { type = "message", user = "U0BENCH", ts, text = "A lead for you", bot_id = "B0BENCH" },
            state = new { values = new { } },
            response_url = $"https://hooks.slack.com/actions/T0BENCH/1/{handoff}",
            actions = new[] { new { type = "button", action_id = "accept", block_id = "actions", value = handoff, action_ts = ts, text = new { type = "plain_text", text = "Accept" } } },
        });
    }
}
