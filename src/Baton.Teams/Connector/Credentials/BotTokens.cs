using Azure.Core;
using Azure.Identity;

namespace Baton.Teams.Connector.Credentials;

/// <summary>
/// Baton's own token for the connector. It is asked for once however many need it, kept until shortly before it ends, and asked for again when Teams does not take it.
/// </summary>
/// <param name="credential">Who Baton is; null when no token is needed.</param>
/// <param name="scope">What the token is for.</param>
/// <param name="time">The world's time.</param>
internal sealed class BotTokens(TokenCredential? credential, string scope, TimeProvider time) : IDisposable
{
    /// <summary>How long before its end a token is replaced, so that none ends on its way.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>How long asking may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim asking = new(1, 1);

    // Written by whoever holds the semaphore; read by all.
    private volatile Kept? kept;

    /// <inheritdoc />
    public void Dispose() => asking.Dispose();

    /// <summary>The token.</summary>
    /// <param name="rejected">The one that Teams did not take; null when none was.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<BotToken> TokenAsync(string? rejected, CancellationToken cancellation)
    {
        if (credential is null)
        {
            return new BotToken.Given(null);
        }

        if (Usable(rejected) is { } usable)
        {
            return usable;
        }

        await asking.WaitAsync(cancellation);
        try
        {
            return Usable(rejected) ?? await AskAsync(credential, cancellation);
        }
        finally
        {
            asking.Release();
        }
    }

    private BotToken.Given? Usable(string? rejected) =>
        kept is { } it && it.Token != rejected && time.GetUtcNow() < it.Until ? new BotToken.Given(it.Token) : null;

    private async Task<BotToken> AskAsync(TokenCredential from, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var token = await from.GetTokenAsync(new TokenRequestContext([scope]), both.Token);
            kept = new Kept(token.Token, token.ExpiresOn - Margin);
            return new BotToken.Given(token.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new BotToken.NotNow($"Entra gave no token within {Limit.TotalSeconds:0} s.");
        }
        catch (AuthenticationFailedException failed)
        {
            return TokenFailure.Of(failed);
        }
    }

    private sealed record Kept(string Token, DateTimeOffset Until);
}
