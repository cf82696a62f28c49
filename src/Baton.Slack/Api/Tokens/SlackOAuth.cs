using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Baton.Wire;

namespace Baton.Slack.Api.Tokens;

/// <summary>
/// Gets new tokens for a refresh token, which does not work twice. The app proves itself by HTTP Basic, which the method prefers
/// (https://docs.slack.dev/reference/methods/oauth.v2.access).
/// </summary>
public sealed class SlackOAuth(SlackTransport transport, SlackOptions options)
{
    private readonly Uri address = new(new Uri(options.ApiUrl), "oauth.v2.access");

    /// <summary>New tokens for a refresh token.</summary>
    public async Task<SlackAnswer> RefreshAsync(string refreshToken, CancellationToken cancellation)
    {
        var arguments = new JsonObject { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken };
        var secret = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        using var content = SlackArguments.AsForm(arguments);
        return await transport.SendAsync(address, secret, content, cancellation) switch
        {
            Exchange.Answered it => SlackAnswerReader.Read(false, it.Reply),
            Exchange.Unsent it => new SlackAnswer.NotSent(it.Why),
            Exchange.Lost it => new SlackAnswer.Uncertain(it.Why),
            _ => throw new InvalidOperationException("An exchange is one of the three above."),
        };
    }
}
