namespace Baton.Slack.Api.Tokens;

/// <summary>A bot token, and when it expires with what the next one is had for (https://docs.slack.dev/authentication/using-token-rotation).</summary>
/// <param name="AccessToken">The token: <c>xoxe.xoxb-…</c>, good for twelve hours, or <c>xoxb-…</c>, good for ever.</param>
/// <param name="RefreshToken">The refresh token, <c>xoxe-…</c>; good for one use; empty for a token that does not expire.</param>
/// <param name="ExpiresAt">When the token stops working; <see cref="Never"/> for one that does not.</param>
public sealed record SlackGrant(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt)
{
    /// <summary>When a token stops working that does not expire.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether the token is renewed from time to time.</summary>
    public bool Rotates => RefreshToken.Length > 0;

    /// <summary>When it expires, and no secret.</summary>
    public override string ToString() => $"a token that expires at {ExpiresAt:O}";
}
