namespace Baton.Slack.Api.Tokens;

/// <summary>
/// The token of an installation by a click, from the store; until there was one, that of the configuration. Somebody else may install anew at any time: a token
/// that Slack refuses is looked for again.
/// </summary>
public sealed class InstalledTokens(ISlackGrants grants, RotatingTokens rotating, SlackOptions options) : ISlackTokens
{
    // Replaced as a whole; read anew when it is refused.
    private volatile SlackGrant? known;

    /// <summary>What a call is answered with before anybody has installed the app.</summary>
    public static string NotYet(SlackOptions options) => $"Baton is not installed in Slack yet: open {new Uri(new Uri(options.PublicUrl), Installing.InstallEndpoints.Install)}";

    /// <inheritdoc />
    public async ValueTask<string> TokenAsync(SlackTokenKind kind, string? rejected, CancellationToken cancellation)
    {
        if (kind == SlackTokenKind.App)
        {
            return options.AppToken;
        }

        if (known is null || known.Rotates || known.AccessToken == rejected)
        {
            known = await ReadAsync(cancellation);
        }

        return known switch
        {
            { Rotates: true } => await rotating.TokenAsync(kind, rejected, cancellation),
            { } grant => grant.AccessToken,
            null when options.BotToken.Length > 0 => options.BotToken,
            null => throw new SlackTokenException(new SlackAnswer.NotSent(NotYet(options))),
        };
    }

    private async Task<SlackGrant?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await grants.ReadAsync(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            throw new SlackTokenException(new SlackAnswer.NotSent($"The store that keeps Slack's token failed ({error.GetType().Name})."));
        }
    }
}
