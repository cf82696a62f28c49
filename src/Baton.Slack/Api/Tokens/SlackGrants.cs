using System.Text.Json;
using Baton.Wire;

namespace Baton.Slack.Api.Tokens;

/// <summary>Reads grants out of the answers that bring them.</summary>
internal static class SlackGrants
{
    /// <summary>The grant in an answer of <c>oauth.v2.access</c>; null when there is no whole one in it.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="now">When it came.</param>
    public static SlackGrant? Read(JsonElement body, DateTimeOffset now) =>
        body.Text("access_token") is not { Length: > 0 } access ? null
        : !body.TryGet("expires_in", out var expires) ? new SlackGrant(access, "", SlackGrant.Never)
        : expires.ValueKind == JsonValueKind.Number && expires.TryGetInt32(out var seconds) && body.Text("refresh_token") is { Length: > 0 } refresh
            ? new SlackGrant(access, refresh, now + TimeSpan.FromSeconds(seconds))
            : null;
}
