using System.Security.Cryptography;

namespace Baton.Slack.StandIn.Workspace;

/// <summary>Which tokens count, and the codes of installations under way. Guarded by the workspace's gate.</summary>
internal sealed class Installation(StrictSlackSettings settings, TimeProvider time)
{
    /// <summary>Slack: a code lives 10 minutes.</summary>
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (string? RedirectUri, DateTimeOffset Born)> codes = [];

    /// <summary>The bot's tokens.</summary>
    public BotTokens Tokens { get; } = new(settings, time);

    /// <summary>What was granted.</summary>
    public HashSet<string> Scopes { get; } = [.. settings.Scopes];

    /// <summary>Why no token counts any more, as <c>token_revoked</c>; null while they do.</summary>
    public string? Dead { get; set; }

    /// <summary>A code that an approval gives.</summary>
    public string NewCode(string? redirectUri)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        codes[code] = (redirectUri, time.GetUtcNow());
        return code;
    }

    /// <summary>Takes a code, once.</summary>
    public void Redeem(string code, string? redirectUri)
    {
        if (!codes.Remove(code, out var given) || time.GetUtcNow() - given.Born > CodeLife)
        {
            throw new RefusalException("invalid_code");
        }

        if (given.RedirectUri != redirectUri)
        {
            throw new RefusalException("bad_redirect_uri");
        }

        Dead = null;
    }

    /// <summary>Refuses a token that is not the one that this method wants.</summary>
    public void Require(string? token, bool appLevel)
    {
        if (token is null)
        {
            throw new RefusalException("not_authed");
        }

        if (appLevel ? Tokens.Knows(token) : token == settings.AppToken)
        {
            throw new RefusalException("not_allowed_token_type");
        }

        if (!appLevel && !Tokens.Knows(token) || appLevel && token != settings.AppToken)
        {
            throw new RefusalException("invalid_auth");
        }

        if ((Dead ?? (appLevel ? null : Tokens.Refusal(token))) is { } why)
        {
            throw new RefusalException(why);
        }
    }

    /// <summary>Refuses when a scope was not granted.</summary>
    public void Require(string scope)
    {
        if (!Scopes.Contains(scope))
        {
            throw new RefusalException("missing_scope") { Needed = scope };
        }
    }
}
