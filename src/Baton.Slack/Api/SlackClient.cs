using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Baton.Slack.Api.Tokens;
using Baton.Slack.Events;
using Baton.Wire;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Api;

/// <summary>
/// Slack's Web API for one workspace. A call never waits for its turn for longer than a moment: it answers how long to wait instead.
/// Nothing that it logs or answers holds a token, an address that is a secret, or what people wrote.
/// </summary>
public sealed partial class SlackClient(SlackTransport transport, ISlackTokens tokens, SlackPace pace, SlackMeter meter, SlackHealth health, SlackOptions options, TimeProvider time, ILogger<SlackClient> logger)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    // Timers may ring a little early.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(20);
    private static readonly string[] StaleTokenCodes = ["token_expired", "token_revoked", "invalid_auth"];

    private readonly Uri api = new(options.ApiUrl);

    /// <summary>Calls a method.</summary>
    /// <param name="method">Which.</param>
    /// <param name="arguments">Its arguments, by their names in Slack's reference; null ones are left out of forms.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    /// <returns>What came of it; failures of every kind are answers.</returns>
    public async Task<SlackAnswer> CallAsync(SlackMethod method, JsonObject arguments, CancellationToken cancellation)
    {
        if (await TurnAsync(method, cancellation) is { } wait)
        {
            return Told(method.Name, new SlackAnswer.RateLimited(wait), null);
        }

        var before = health.Calling();
        try
        {
            return Noted(method, await WithTokenAsync(method, arguments, cancellation), before);
        }
        catch (SlackTokenException none)
        {
            return Noted(method, Told(method.Name, none.Answer, null), before);
        }
    }

    /// <summary>Answers somebody over a <c>response_url</c>, which works five times within thirty minutes.</summary>
    /// <param name="responseUrl">As Slack sent it; a secret.</param>
    /// <param name="message">A message as <c>chat.postMessage</c> takes it, with <c>response_type</c> and the like.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    public async Task<SlackAnswer> RespondAsync(Uri responseUrl, JsonObject message, CancellationToken cancellation)
    {
        const string name = "response_url";
        if (!ResponseUrls.IsSlacks(responseUrl, api))
        {
            return Told(name, new SlackAnswer.Refused(SlackError.GiveUp, "foreign_url", "The address to answer at is not Slack's; nothing was sent to it."), null);
        }

        var start = time.GetTimestamp();
        using var content = SlackArguments.AsJson(message);
        var exchange = await transport.SendAsync(responseUrl, null, content, cancellation);
        return Told(name, Answer(exchange, false, SlackAnswerReader.ReadPlain), time.GetElapsedTime(start));
    }

    private static SlackAnswer Answer(Exchange exchange, bool isRepeatable, Func<WireReply, SlackAnswer> read) => exchange switch
    {
        Exchange.Answered it => read(it.Reply),
        Exchange.Unsent it => new SlackAnswer.NotSent(it.Why),
        Exchange.Lost it => SlackAnswerReader.Unclear(isRepeatable, it.Why),
        _ => throw new InvalidOperationException("An exchange is one of the three above."),
    };

    private async Task<SlackAnswer> WithTokenAsync(SlackMethod method, JsonObject arguments, CancellationToken cancellation)
    {
        var token = await tokens.TokenAsync(method.Token, null, cancellation);
        var answer = await SendAsync(method, arguments, token, cancellation);
        if (answer is not SlackAnswer.Refused refused || !StaleTokenCodes.Contains(refused.Code))
        {
            return answer;
        }

        var fresh = await tokens.TokenAsync(method.Token, token, cancellation);
        return fresh == token ? answer : await SendAsync(method, arguments, fresh, cancellation);
    }

    // How the app's own token stands is told by the sockets that it opens.
    private SlackAnswer Noted(SlackMethod method, SlackAnswer answer, SlackHealth.Before before)
    {
        if (method.Token != SlackTokenKind.App)
        {
            health.Called(answer, before);
        }

        return answer;
    }

    private async Task<SlackAnswer> SendAsync(SlackMethod method, JsonObject arguments, string token, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        using var content = SlackArguments.Of(method, arguments);
        var exchange = await transport.SendAsync(new Uri(api, method.Name), new AuthenticationHeaderValue("Bearer", token), content, cancellation);
        var answer = Answer(exchange, method.IsRepeatable, reply => SlackAnswerReader.Read(method.IsRepeatable, reply));
        if (answer is SlackAnswer.RateLimited limited)
        {
            pace.Close(method, limited.Wait);
        }

        return Told(method.Name, answer, time.GetElapsedTime(start));
    }

    private async Task<TimeSpan?> TurnAsync(SlackMethod method, CancellationToken cancellation)
    {
        if (pace.Take(method) is not { } wait)
        {
            return null;
        }

        if (wait > Moment)
        {
            return wait;
        }

        await Task.Delay(wait + Rounding, time, cancellation);
        return pace.Take(method);
    }

    private SlackAnswer Told(string method, SlackAnswer answer, TimeSpan? took)
    {
        meter.Count(method, answer, took);
        switch (answer)
        {
            case SlackAnswer.Refused { Error: SlackError.FixConfiguration or SlackError.FixCredential } it:
                Log.NeedsOperator(logger, method, it.Code, it.Detail);
                break;
            case SlackAnswer.Refused it:
                Log.Refused(logger, method, it.Code, it.Detail);
                break;
            case SlackAnswer.RateLimited it:
                Log.TooMany(logger, method, it.Wait);
                break;
            case SlackAnswer.NotSent it:
                Log.Failed(logger, method, it.Why);
                break;
            case SlackAnswer.Uncertain it:
                Log.Failed(logger, method, it.Why);
                break;
        }

        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack refused {Method} with {Code}: {Detail}")]
        public static partial void NeedsOperator(ILogger logger, string method, string code, string detail);

        [LoggerMessage(2, LogLevel.Information, "Slack refused {Method} with {Code}: {Detail}")]
        public static partial void Refused(ILogger logger, string method, string code, string detail);

        [LoggerMessage(3, LogLevel.Information, "{Method} must wait {Wait} before Slack takes more calls.")]
        public static partial void TooMany(ILogger logger, string method, TimeSpan wait);

        [LoggerMessage(4, LogLevel.Information, "{Method} got no answer of use from Slack. {Why}")]
        public static partial void Failed(ILogger logger, string method, string why);
    }
}
