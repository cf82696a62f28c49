using System.Text.Json;
using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Slack.Events;
using Baton.Wire;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Installing;

/// <summary>
/// Installs the app into the one workspace that is configured (https://docs.slack.dev/authentication/installing-with-oauth): sends somebody to Slack, takes the code
/// that they come back with, looks at whose token it brought and what that may do, and keeps it for all processes.
/// </summary>
internal sealed partial class InstallDesk(SlackOAuth oauth, ISlackGrants grants, InstallState states, SlackHealth health, SlackOptions options, TimeProvider time, ILogger<InstallDesk> logger)
{
    private const int MaxTries = 20;
    private const int LongestCode = 1024;
    private const int LongestWord = 64;

    private Uri Redirect => new(new Uri(options.PublicUrl), InstallEndpoints.Redirect);

    /// <summary>Where to send somebody who wants to install, and the cookie that their browser must keep.</summary>
    public (Uri Address, string Cookie) Begin()
    {
        var (state, cookie) = states.New();
        var query = new[]
        {
            ("client_id", options.ClientId), ("scope", string.Join(',', SlackScopes.Needed)), ("redirect_uri", Redirect.AbsoluteUri), ("state", state), ("team", options.Team),
        };
        var authorize = new UriBuilder(new Uri(new Uri(options.ApiUrl), "/oauth/v2/authorize")) { Query = string.Join('&', query.Select(q => $"{q.Item1}={Uri.EscapeDataString(q.Item2)}")) };
        return (authorize.Uri, cookie);
    }

    /// <summary>Takes somebody who comes back from Slack.</summary>
    /// <param name="code">What the token is had for.</param>
    /// <param name="error">Slack's word when there is no code.</param>
    /// <param name="state">What was sent along.</param>
    /// <param name="cookie">What the browser kept.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<InstallResult> FinishAsync(string? code, string? error, string? state, string? cookie, CancellationToken cancellation)
    {
        var result = !states.Take(state, cookie) ? new InstallResult.Stale()
            : error == "access_denied" ? new InstallResult.Cancelled()
            : code is null or "" or { Length: > LongestCode } ? new InstallResult.Refused(Word(error))
            : await RedeemAsync(code, cancellation);
        if (result is InstallResult.Installed)
        {
            health.Installed();
            Log.Installed(logger, options.Team);
        }
        else
        {
            Log.NotInstalled(logger, result.GetType().Name, (result as InstallResult.Refused)?.Code ?? "");
        }

        return result;
    }

    private async Task<InstallResult> RedeemAsync(string code, CancellationToken cancellation) => await oauth.RedeemAsync(code, Redirect, cancellation) switch
    {
        SlackAnswer.Ok ok => await KeepAsync(ok.Body, cancellation),
        SlackAnswer.Refused refused => new InstallResult.Refused(Word(refused.Code)),
        _ => new InstallResult.Unreachable(),
    };

    private async Task<InstallResult> KeepAsync(JsonElement body, CancellationToken cancellation)
    {
        if (body.Text("token_type") != "bot" || SlackGrants.Read(body, time.GetUtcNow()) is not { } grant)
        {
            return new InstallResult.Refused("no_bot_token");
        }

        _ = body.TryGet("team", out var team);
        if (body.Flag("is_enterprise_install") || team.ValueKind != JsonValueKind.Object)
        {
            return new InstallResult.Organisation(await GiveBackAsync(grant, cancellation));
        }

        if (team.Text("id") != options.Team)
        {
            return new InstallResult.OtherWorkspace(team.Text("name") ?? "", await GiveBackAsync(grant, cancellation));
        }

        var granted = (body.Text("scope") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var missing = SlackScopes.Needed.Except(granted, StringComparer.Ordinal).ToList();
        return missing.Count > 0 ? new InstallResult.ScopesMissing(missing)
            : await KeepAsync(grant, cancellation) ? new InstallResult.Installed(team.Text("name") ?? "")
            : new InstallResult.Unreachable();
    }

    // Only Slack's own word counts: whoever installed must know when the app is still there.
    private async Task<bool> GiveBackAsync(SlackGrant grant, CancellationToken cancellation)
    {
        var answer = await oauth.RevokeAsync(grant.AccessToken, cancellation);
        if (answer is SlackAnswer.Ok)
        {
            return true;
        }

        Log.NotGivenBack(logger, answer.GetType().Name, (answer as SlackAnswer.Refused)?.Code ?? "");
        return false;
    }

    // Another process may keep a renewed token at the same moment; the one that was just given is the better one.
    private async Task<bool> KeepAsync(SlackGrant grant, CancellationToken cancellation)
    {
        try
        {
            for (var tries = 0; tries < MaxTries; tries++)
            {
                if (await grants.ReplaceAsync(await grants.ReadAsync(cancellation), grant, cancellation))
                {
                    return true;
                }
            }
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.StoreFailed(logger, error.GetType().Name);
        }

        return false;
    }

    // It comes from an address that anybody can type.
    private static string Word(string? code) => code is { Length: > 0 and <= LongestWord } && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.') ? code : "no_code";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Baton was installed in the workspace {Team}.")]
        public static partial void Installed(ILogger logger, string team);

        [LoggerMessage(2, LogLevel.Warning, "An installation in Slack came to nothing: {Why} {Code}")]
        public static partial void NotInstalled(ILogger logger, string why, string code);

        [LoggerMessage(3, LogLevel.Error, "The token of an installation could not be kept ({Error}).")]
        public static partial void StoreFailed(ILogger logger, string error);

        [LoggerMessage(4, LogLevel.Warning, "The token of an installation that is not wanted could not be given back: {Why} {Code}. Remove the app in that workspace.")]
        public static partial void NotGivenBack(ILogger logger, string why, string code);
    }
}
