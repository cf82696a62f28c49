using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Baton.Slack.Api.Tokens;

/// <summary>
/// Gets tokens: for the code of an installation, and for a refresh token. The app proves itself by HTTP Basic, which the method prefers
/// (https://docs.slack.dev/reference/methods/oauth.v2.access). Neither a code nor a refresh token works twice.
/// </summary>
public sealed class SlackOAuth(SlackTransport transport, SlackOptions options)
{
    private readonly Uri address = new(new Uri(options.ApiUrl), "oauth.v2.access");

    /// <summary>The tokens for the code with which Slack sent somebody's browser back.</summary>
    /// <param name="code">The code, at most ten minutes old.</param>
    /// <param name="redirect">The address that it was asked for with; null when with none.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<SlackAnswer> ExchangeAsync(string code, Uri? redirect, CancellationToken cancellation) =>
        AskAsync(new JsonObject { ["code"] = code, ["redirect_uri"] = redirect?.AbsoluteUri }, cancellation);

    /// <summary>New tokens for a refresh token.</summary>
    public Task<SlackAnswer> RefreshAsync(string refreshToken, CancellationToken cancellation) =>
        AskAsync(new JsonObject { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, cancellation);

    private async Task<SlackAnswer> AskAsync(JsonObject arguments, CancellationToken cancellation)
    {
        var secret = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        return await transport.SendAsync(address, secret, SlackArguments.AsForm(arguments), cancellation) switch
        {
            Exchange.Answered it => SlackAnswerReader.Read(false, it.Reply),
            Exchange.Unsent it => new SlackAnswer.NotSent(it.Why),
            Exchange.Lost it => new SlackAnswer.Uncertain(it.Why),
            _ => throw new InvalidOperationException("An exchange is one of the three above."),
        };
    }
}
