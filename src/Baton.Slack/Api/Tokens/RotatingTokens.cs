using Baton.Wire;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Api.Tokens;

/// <summary>
/// Tokens that expire after twelve hours and are renewed before. A refresh token works once: what it brought is kept before it is used, and of several
/// processes that renew at the same time the first one's result counts for all (https://docs.slack.dev/authentication/using-token-rotation).
/// </summary>
public sealed partial class RotatingTokens(SlackOAuth oauth, ISlackGrants grants, SlackOptions options, TimeProvider time, ILogger<RotatingTokens> logger) : ISlackTokens, IDisposable
{
    // Renewed this long before it expires: long enough to outlast a Slack that is down for a while.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    // How long a renewal that failed is let rest while the old token still works.
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    // Guards the fields below; held while renewing, so that one process renews once.
    private readonly SemaphoreSlim gate = new(1);
    private SlackGrant? known;
    private (SlackGrant? Before, SlackGrant After)? unkept;
    private DateTimeOffset renewAgain;
    private string? refusedOnce;

    /// <inheritdoc />
    public async ValueTask<string> TokenAsync(SlackTokenKind kind, string? rejected, CancellationToken cancellation)
    {
        if (kind == SlackTokenKind.App)
        {
            return options.AppToken;
        }

        await gate.WaitAsync(cancellation);
        try
        {
            if (unkept is null && known is { } it && IsGood(it, rejected, time.GetUtcNow() < renewAgain ? TimeSpan.Zero : Margin))
            {
                return it.AccessToken;
            }

            known = await CurrentAsync(rejected, cancellation);
            return known.AccessToken;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async Task<SlackGrant> CurrentAsync(string? rejected, CancellationToken cancellation)
    {
        await KeepAsync(cancellation);
        var kept = await ReadAsync(cancellation);
        if (kept is { } it && IsGood(it, rejected, Margin))
        {
            return it;
        }

        var grant = kept ?? Configured();
        var answer = await oauth.RefreshAsync(grant.RefreshToken, cancellation);
        if (answer is SlackAnswer.Ok ok && SlackGrants.Read(ok.Body, time.GetUtcNow()) is { Rotates: true } next)
        {
            unkept = (kept, next);
            await KeepAsync(cancellation);
            Log.Renewed(logger, next.ExpiresAt);
            return await ReadAsync(cancellation) ?? next;
        }

        return await WithoutAsync(grant, rejected, answer, cancellation);
    }

    // Renewing failed. Somebody else may have done it; else what there is may do for a while.
    private async Task<SlackGrant> WithoutAsync(SlackGrant grant, string? rejected, SlackAnswer answer, CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } other && other.AccessToken != grant.AccessToken && IsGood(other, rejected, TimeSpan.Zero))
        {
            return other;
        }

        var why = answer switch
        {
            SlackAnswer.Refused it => it.Code,
            SlackAnswer.Uncertain it => it.Why,
            SlackAnswer.NotSent it => it.Why,
            SlackAnswer.RateLimited => "too many calls",
            _ => "its answer held no token",
        };
        Log.NotRenewed(logger, why);
        renewAgain = time.GetUtcNow() + Rest;
        return IsGood(grant, rejected, TimeSpan.Zero)
            ? grant
            : throw new SlackTokenException(IsPassing(grant, answer) ? new SlackAnswer.NotSent($"The token could not be renewed: {why}") : answer);
    }

    // A refresh token that is refused once may have been used by another process, which has not kept yet what it brought. Twice is the operator's business.
    private bool IsPassing(SlackGrant grant, SlackAnswer answer)
    {
        var isFirst = refusedOnce != grant.RefreshToken;
        refusedOnce = answer is SlackAnswer.Refused ? grant.RefreshToken : null;
        return answer is SlackAnswer.Ok or SlackAnswer.Uncertain || (isFirst && answer is SlackAnswer.Refused { Code: "invalid_refresh_token" });
    }

    // Nobody knows how old the configured token is: it is renewed at once, and serves while that cannot be.
    private SlackGrant Configured() => new(options.BotToken, options.RefreshToken, time.GetUtcNow() + Margin);

    private async Task KeepAsync(CancellationToken cancellation)
    {
        if (unkept is { } grant)
        {
            await StoreAsync(() => grants.ReplaceAsync(grant.Before, grant.After, cancellation), cancellation);
            unkept = null;
        }
    }

    private Task<SlackGrant?> ReadAsync(CancellationToken cancellation) => StoreAsync(() => grants.ReadAsync(cancellation), cancellation);

    private async Task<T> StoreAsync<T>(Func<Task<T>> use, CancellationToken cancellation)
    {
        try
        {
            return await use();
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.StoreFailed(logger, error.GetType().Name);
            throw new SlackTokenException(new SlackAnswer.NotSent($"The store that keeps Slack's token failed ({error.GetType().Name})."));
        }
    }

    private bool IsGood(SlackGrant grant, string? rejected, TimeSpan margin) => grant.AccessToken != rejected && grant.ExpiresAt - margin > time.GetUtcNow();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slack's token is renewed; the new one expires at {ExpiresAt:O}.")]
        public static partial void Renewed(ILogger logger, DateTimeOffset expiresAt);

        [LoggerMessage(2, LogLevel.Warning, "Slack's token could not be renewed: {Why}")]
        public static partial void NotRenewed(ILogger logger, string why);

        [LoggerMessage(3, LogLevel.Error, "The store that keeps Slack's token failed ({Error}).")]
        public static partial void StoreFailed(ILogger logger, string error);
    }
}
