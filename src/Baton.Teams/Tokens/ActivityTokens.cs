using Baton.Teams.Tokens.Keys;
using Baton.Wire;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Tokens;

/// <summary>
/// Believes a token when everything that it says is right and one of its issuer's keys signed it. What it says is looked at first: keys are fetched only for a token that
/// would be right if it were signed.
/// </summary>
internal sealed partial class ActivityTokens(KnownIssuers issuers, TokenRules rules, ILogger<ActivityTokens> logger) : IActivityTokens
{
    /// <inheritdoc />
    public async Task<TokenVerdict> VerifyAsync(string? authorization, ActivityOrigin origin, DateTimeOffset now, CancellationToken cancellation)
    {
        var verdict = await JudgeAsync(authorization, origin, now, cancellation);
        switch (verdict)
        {
            case TokenVerdict.Refused refused:
                Log.Refused(logger, refused.Why);
                break;
            case TokenVerdict.Unavailable unavailable:
                Log.Unavailable(logger, unavailable.Why);
                break;
        }

        return verdict;
    }

    private async ValueTask<TokenVerdict> JudgeAsync(string? authorization, ActivityOrigin origin, DateTimeOffset now, CancellationToken cancellation)
    {
        var (token, why) = BearerToken.Read(authorization);
        if (token is null)
        {
            return new TokenVerdict.Refused(why);
        }

        if (TokenRules.HeaderFault(token.Header) is { } header)
        {
            return new TokenVerdict.Refused(header);
        }

        if (issuers.Find(token.Claims.Text("iss")) is not { } issuer)
        {
            return new TokenVerdict.Refused("its issuer is not one of those that are taken");
        }

        if (rules.ClaimFault(token.Claims, issuer, origin, now) is { } claim)
        {
            return new TokenVerdict.Refused(claim);
        }

        return await issuer.Keys.FindAsync(token.Header.Text("kid")!, cancellation) switch
        {
            KeyLookup.Found { Key: var key } => Judge(token, issuer, key, origin),
            KeyLookup.Unknown => new TokenVerdict.Refused("its issuer has no such key"),
            KeyLookup.Unavailable it => new TokenVerdict.Unavailable(it.Why),
            _ => throw new InvalidOperationException("A lookup is one of the three above."),
        };
    }

    private static TokenVerdict Judge(BearerToken token, KnownIssuer issuer, SigningKey key, ActivityOrigin origin)
    {
        if (!key.Signed(token.Signed, token.Signature, TokenRules.HashOf(token.Header)!.Value))
        {
            return new TokenVerdict.Refused("its signature is wrong");
        }

        return issuer switch
        {
            KnownIssuer.Channel => key.Endorses(origin.ChannelId) ? new TokenVerdict.Trusted(null, null) : new TokenVerdict.Refused("its key may not speak for that channel"),
            KnownIssuer.Entra entra => key.IsOf(entra.TenantId) ? new TokenVerdict.Trusted(entra.TenantId, TokenRules.CallerOf(token.Claims, entra)) : new TokenVerdict.Refused("its key is another tenant's"),
            _ => throw new InvalidOperationException("An issuer is one of the two above."),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request that says it comes from Teams was refused: {Why}. If all are, compare Teams:AppId with Azure portal > Azure Bot > Configuration, Teams:Cloud with where the bot is registered, and this machine's clock with the world's.")]
        public static partial void Refused(ILogger logger, string why);

        [LoggerMessage(2, LogLevel.Warning, "A request that says it comes from Teams could not be judged: {Why}.")]
        public static partial void Unavailable(ILogger logger, string why);
    }
}
