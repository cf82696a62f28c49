namespace Baton.Slack.Api.Tokens;

/// <summary>A bot token that expires, with what the next one is had for (https://docs.slack.dev/authentication/using-token-rotation).</summary>
/// <param name="AccessToken">The token, <c>xoxe.xoxb-…</c>, good for twelve hours.</param>
/// <param name="RefreshToken">The refresh token, <c>xoxe-…</c>; good for one use.</param>
/// <param name="ExpiresAt">When the token stops working.</param>
public sealed record SlackGrant(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt)
{
    /// <summary>When it expires, and no secret.</summary>
    public override string ToString() => $"a token that expires at {ExpiresAt:O}";
}
