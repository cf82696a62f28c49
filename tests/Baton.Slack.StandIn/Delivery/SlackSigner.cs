using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Slack.StandIn.Delivery;

/// <summary>
/// Signs as Slack does: HMAC-SHA256 over <c>v0:timestamp:raw body</c> with the secret as UTF-8 text, in lower-case hex.
/// Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
/// </summary>
public static class SlackSigner
{
    /// <summary>The value of <c>X-Slack-Signature</c>.</summary>
    /// <param name="secret">The signing secret.</param>
    /// <param name="timestamp">The value of <c>X-Slack-Request-Timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The raw body.</param>
    public static string Sign(string secret, string timestamp, string body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));

    /// <summary>A signed request.</summary>
    /// <param name="address">Where it goes.</param>
    /// <param name="secret">The signing secret.</param>
    /// <param name="at">When it is signed.</param>
    /// <param name="contentType">The body's type.</param>
    /// <param name="body">The raw body.</param>
    public static HttpRequestMessage Request(Uri address, string secret, DateTimeOffset at, string contentType, string body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", Sign(secret, timestamp, body));
        request.Headers.TryAddWithoutValidation("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        return request;
    }
}
