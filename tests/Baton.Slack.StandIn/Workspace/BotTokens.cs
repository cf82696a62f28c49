using System.Security.Cryptography;

namespace Baton.Slack.StandIn.Workspace;

/// <summary>
/// The bot's tokens. Without rotation there is one, for ever. With it a token lives twelve hours, only the two youngest count, and a refresh token works once.
/// Source: https://docs.slack.dev/authentication/using-token-rotation. Guarded by the workspace's gate.
/// </summary>
internal sealed class BotTokens(StrictSlackSettings settings, TimeProvider time)
{
    private const int MostActive = 2;

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(43_200);

    private readonly List<(string Token, DateTimeOffset Until)> given = [(settings.BotToken, settings.Rotates ? time.GetUtcNow() + Life : DateTimeOffset.MaxValue)];

    // When each refresh token was used first; null before.
    private readonly Dictionary<string, DateTimeOffset?> refreshing = new(StringComparer.Ordinal) { [settings.RefreshToken] = null };

    /// <summary>Whether a token is, or was, one of these.</summary>
    public bool Knows(string token) => given.Exists(g => g.Token == token);

    /// <summary>Why a token does not count; null when it does.</summary>
    public string? Refusal(string token)
    {
        var at = given.FindIndex(g => g.Token == token);
        return at < 0 ? "invalid_auth"
            : at < given.Count - MostActive ? "token_revoked"
            : given[at].Until <= time.GetUtcNow() ? "token_expired"
            : null;
    }

    /// <summary>A token with what renews it, after an installation or a renewal; without rotation the one token that there is.</summary>
    public (string Token, string? RefreshToken, int? Seconds) Give()
    {
        if (!settings.Rotates)
        {
            return (settings.BotToken, null, null);
        }

        var (token, refresh) = ($"xoxe.xoxb-{Random()}", $"xoxe-{Random()}");
        given.Add((token, time.GetUtcNow() + Life));
        refreshing[refresh] = null;
        return (token, refresh, (int)Life.TotalSeconds);
    }

    /// <summary>Takes a refresh token, once and for a moment more.</summary>
    public void Spend(string refreshToken)
    {
        var now = time.GetUtcNow();
        if (!settings.Rotates || !refreshing.TryGetValue(refreshToken, out var used) || (used is { } at && now - at >= settings.RefreshGrace))
        {
            throw new RefusalException("invalid_refresh_token");
        }

        refreshing[refreshToken] = used ?? now;
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
