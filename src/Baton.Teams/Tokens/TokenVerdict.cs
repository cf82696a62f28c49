namespace Baton.Teams.Tokens;

/// <summary>What a token is worth.</summary>
public abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    /// <summary>The activity is Teams'.</summary>
    /// <param name="TenantId">The tenant that issued the token; null when the channel service itself did.</param>
    /// <param name="AppId">The app that the token was issued to; null when the channel service itself issued it.</param>
    public sealed record Trusted(string? TenantId, string? AppId) : TokenVerdict;

    /// <summary>The activity is not Teams': 403 (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).</summary>
    /// <param name="Why">For the log, in English; holds nothing of the token but words that Baton knows.</param>
    public sealed record Refused(string Why) : TokenVerdict;

    /// <summary>Nobody can say now, because the keys cannot be had: 503, and the sender may try again.</summary>
    /// <param name="Why">For the log, in English.</param>
    public sealed record Unavailable(string Why) : TokenVerdict;
}
