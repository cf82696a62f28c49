using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Benchmarks.Accept;

/// <summary>Requests as Slack sends and signs them (https://docs.slack.dev/authentication/verifying-requests-from-slack), as bytes.</summary>
internal static class SlackRequest
{
    /// <summary>A click on the button that accepts a handoff.</summary>
    public static byte[] Click(string path, string secret, string handoff, DateTimeOffset now) =>
        Signed(path, secret, "payload=" + Uri.EscapeDataString(BoltClick.Payload(handoff, $$"""{"h":"{{handoff}}"}""", now)), now);

    /// <summary>A command.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="secret">What signs it.</param>
    /// <param name="text">What follows <c>/funnel</c>.</param>
    /// <param name="number">Makes its trigger a different one from all others.</param>
    /// <param name="now">When it is signed.</param>
    public static byte[] Command(string path, string secret, string text, int number, DateTimeOffset now) => Signed(
        path,
        secret,
        "token=unused&team_id=T0BENCH&team_domain=bench&channel_id=C0SALES&channel_name=sales&user_id=U0REP&user_name=rep&command=%2Ffunnel"
            + string.Create(CultureInfo.InvariantCulture, $"&text={Uri.EscapeDataString(text)}&api_app_id=A0BENCH&is_enterprise_install=false")
            + string.Create(CultureInfo.InvariantCulture, $"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0BENCH%2F1%2F{number}&trigger_id=1.2.{number}"),
        now);

    private static byte[] Signed(string path, string secret, string body, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: v0={signature}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
