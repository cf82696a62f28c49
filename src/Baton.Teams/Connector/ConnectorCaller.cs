using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Baton.Teams.Connector.Credentials;
using Baton.Teams.Watching;
using Baton.Wire;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Baton.Teams.Connector;

/// <summary>
/// Makes calls of the connector: only to addresses of Teams', at the pace that Teams takes, with Baton's token, and again where Teams asks for it and it does no harm.
/// Nothing that it logs or answers holds a token or what people wrote.
/// </summary>
internal sealed partial class ConnectorCaller
{
    /// <summary>The name of its clients.</summary>
    public const string Client = "TeamsConnector";

    /// <summary>How often a call is made at most.</summary>
    public const int MostTries = 3;

    // A body as the connector wants it.
    private const string Json = "application/json; charset=utf-8";

    // A turn that comes so soon is waited for here.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    // Longer than this nobody waits here; the outbox and its like wait better.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WireTransport transport;
    private readonly BotTokens tokens;
    private readonly ConnectorPace pace;
    private readonly ServiceUrls services;
    private readonly CallMeter meter;
    private readonly TeamsHealth health;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly ResiliencePipeline<Attempt> tries;

    public ConnectorCaller(WireTransport transport, BotTokens tokens, ConnectorPace pace, ServiceUrls services, CallMeter meter, TeamsHealth health, TimeProvider time, ILogger<ConnectorCaller> logger)
    {
        (this.transport, this.tokens, this.pace, this.services, this.meter, this.health, this.time, this.logger) = (transport, tokens, pace, services, meter, health, time, logger);
        tries = new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsWorthRepeating: true } attempt && !(attempt.After > Patience)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.After),
                MaxRetryAttempts = MostTries - 1,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = Patience,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>Makes a call. Throws only for a cancelled token.</summary>
    public async Task<ConnectorReply<JsonElement>> CallAsync(Uri serviceUrl, ConnectorCall call, CancellationToken cancellation)
    {
        if (!services.Allows(serviceUrl))
        {
            return Told(call, new ConnectorReply<JsonElement>.Refused("foreign_url", ToldWhy.Stored["refused.foreignUrl"]), null);
        }

        if (await TurnAsync(call.Lane, cancellation) is { } wait)
        {
            return Told(call, new ConnectorReply<JsonElement>.Throttled(wait), null);
        }

        var start = time.GetTimestamp();
        var attempt = await tries.ExecuteAsync(async token => await TryAsync(serviceUrl, call, token), cancellation);
        if (attempt.Reply is ConnectorReply<JsonElement>.Throttled throttled)
        {
            pace.Close(call.Lane, throttled.Wait);
        }

        return Told(call, attempt.Reply, time.GetElapsedTime(start));
    }

    private async Task<Attempt> TryAsync(Uri serviceUrl, ConnectorCall call, CancellationToken cancellation)
    {
        var token = await tokens.TokenAsync(null, cancellation);
        var attempt = await SendAsync(serviceUrl, call, token, cancellation);
        return attempt.IsUnauthorized && token is BotToken.Given { Value: { } rejected }
            && await tokens.TokenAsync(rejected, cancellation) is BotToken.Given { Value: { } fresh } next && fresh != rejected
            ? await SendAsync(serviceUrl, call, next, cancellation)
            : attempt;
    }

    private async Task<Attempt> SendAsync(Uri serviceUrl, ConnectorCall call, BotToken token, CancellationToken cancellation)
    {
        switch (token)
        {
            case BotToken.Given { Value: var value }:
                var authorization = value is null ? null : new AuthenticationHeaderValue("Bearer", value);
                var address = new Uri($"{serviceUrl.AbsoluteUri.TrimEnd('/')}{call.Path}");
                using (var content = call.Body is null ? null : new WatchedContent(Encoding.UTF8.GetBytes(WireJson.Write(call.Body)), Json))
                {
                    return ConnectorReplyReader.Read(call.IsRepeatable, await transport.SendAsync(call.Verb, address, authorization, content, cancellation));
                }

            case BotToken.NotNow it:
                return new Attempt(new ConnectorReply<JsonElement>.NotSent(it.Why));
            case BotToken.Refused it:
                return new Attempt(new ConnectorReply<JsonElement>.Refused(it.Code, it.Why, IsCredential: true));
            default:
                throw new InvalidOperationException("A token is one of the three above.");
        }
    }

    private async Task<TimeSpan?> TurnAsync(Lane lane, CancellationToken cancellation)
    {
        if (pace.Take(lane) is not { } wait)
        {
            return null;
        }

        if (wait > Moment)
        {
            return wait;
        }

        await Task.Delay(wait, time, cancellation);
        return pace.Take(lane);
    }

    private ConnectorReply<JsonElement> Told(ConnectorCall call, ConnectorReply<JsonElement> reply, TimeSpan? took)
    {
        meter.Count(call.Name, Outcome(reply), took);
        health.Called(reply);
        switch (reply)
        {
            case ConnectorReply<JsonElement>.Refused it:
                Log.Refused(logger, call.Name, it.Code, it.Why);
                break;
            case ConnectorReply<JsonElement>.Gone it:
                Log.Gone(logger, call.Name, it.Code, it.Why);
                break;
            case ConnectorReply<JsonElement>.Throttled it:
                Log.TooMany(logger, call.Name, it.Wait);
                break;
            case ConnectorReply<JsonElement>.NotSent it:
                Log.Failed(logger, call.Name, it.Why);
                break;
            case ConnectorReply<JsonElement>.Uncertain it:
                Log.Failed(logger, call.Name, it.Why);
                break;
        }

        return reply;
    }

    private static string Outcome(ConnectorReply<JsonElement> reply) => reply switch
    {
        ConnectorReply<JsonElement>.Done => "ok",
        ConnectorReply<JsonElement>.Throttled => "rate_limited",
        ConnectorReply<JsonElement>.Gone it => it.Code,
        ConnectorReply<JsonElement>.Refused it => it.Code,
        ConnectorReply<JsonElement>.NotSent => "not_sent",
        _ => "uncertain",
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Teams refused to {Call} with {Code}: {Why}")]
        public static partial void Refused(ILogger logger, string call, string code, string why);

        [LoggerMessage(2, LogLevel.Information, "Teams could not {Call}, as {Code}: {Why}")]
        public static partial void Gone(ILogger logger, string call, string code, string why);

        [LoggerMessage(3, LogLevel.Information, "To {Call} must wait {Wait} before Teams takes more.")]
        public static partial void TooMany(ILogger logger, string call, TimeSpan wait);

        [LoggerMessage(4, LogLevel.Information, "To {Call} got no answer of use from Teams. {Why}")]
        public static partial void Failed(ILogger logger, string call, string why);
    }
}
