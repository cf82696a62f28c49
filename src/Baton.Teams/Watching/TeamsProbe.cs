using Baton.Teams.Connector.Credentials;
using Baton.Teams.Tokens;

namespace Baton.Teams.Watching;

/// <summary>Asks what Baton cannot do without in Teams. As long as all is well that is answered from memory, but for keys twice a day and a token once an hour.</summary>
public sealed class TeamsProbe
{
    private readonly BotTokens tokens;
    private readonly KnownIssuers? issuers;

    /// <summary>Makes it.</summary>
    /// <param name="tokens">Baton's own token.</param>
    /// <param name="issuers">Those whose keys are needed; null when activities are believed without.</param>
    internal TeamsProbe(BotTokens tokens, KnownIssuers? issuers) => (this.tokens, this.issuers) = (tokens, issuers);

    /// <summary>Asks.</summary>
    public async Task<TeamsStanding> LookAsync(CancellationToken cancellation)
    {
        var keys = issuers is null ? null : await issuers.CheckKeysAsync(cancellation);
        return await tokens.TokenAsync(null, cancellation) switch
        {
            BotToken.Refused it => new TeamsStanding($"Baton gets no token, and nothing can be posted in Teams: {it.Why} ({it.Code})", keys),
            BotToken.NotNow it => new TeamsStanding($"Baton gets no token now, and nothing can be posted in Teams: {it.Why} It is asked for again.", keys),
            _ => new TeamsStanding(null, keys),
        };
    }
}
