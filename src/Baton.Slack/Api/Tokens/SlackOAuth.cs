using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Baton.Wire;

namespace Baton.Slack.Api.Tokens;

/// <summary>
/// Gets tokens: for the code of an installation, or for a refresh token; neither works twice. The app proves itself by HTTP Basic, which the method prefers
/// (https://docs.slack.dev/reference/methods/oauth.v2.access).
/// </summary>
public sealed class SlackOAuth(SlackTransport transport, SlackOptions options)
{
    /// <summary>New tokens for a refresh token.</summary>
    public Task<SlackAnswer> RefreshAsync(string refreshToken, CancellationToken cancellation) =>
        AccessAsync(new JsonObject { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, cancellation);

    /// <summary>The tokens of an installation for the code that it ended with.</summary>
    /// <param name="code">The code.</param>
    /// <param name="redirect">Where the browser came back to: the same as it began with.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<SlackAnswer> RedeemAsync(string code, Uri redirect, CancellationToken cancellation) =>
        AccessAsync(new JsonObject { ["code"] = code, ["redirect_uri"] = redirect.AbsoluteUri }, cancellation);

    /// <summary>Gives back a token that is not wanted (https://docs.slack.dev/reference/methods/auth.revoke).</summary>
    public Task<SlackAnswer> RevokeAsync(string token, CancellationToken cancellation) =>
        CallAsync("auth.revoke", new AuthenticationHeaderValue("Bearer", token), [], cancellation);

    private Task<SlackAnswer> AccessAsync(JsonObject arguments, CancellationToken cancellation)
    {
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
        return CallAsync("oauth.v2.access", new AuthenticationHeaderValue("Basic", secret), arguments, cancellation);
    }

    private async Task<SlackAnswer> CallAsync(string method, AuthenticationHeaderValue authorization, JsonObject arguments, CancellationToken cancellation)
    {
        using var content = SlackArguments.AsForm(arguments);
        return await transport.SendAsync(new Uri(new Uri(options.ApiUrl), method), authorization, content, cancellation) switch
        {
            Exchange.Answered it => SlackAnswerReader.Read(false, it.Reply),
            Exchange.Unsent it => new SlackAnswer.NotSent(it.Why),
            Exchange.Lost it => new SlackAnswer.Uncertain(it.Why),
            _ => throw new InvalidOperationException("An exchange is one of the three above."),
        };
    }
}
