using Baton.Slack.Api;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>Asks Slack once a minute whether it takes Baton's token, so that an operator hears of one that does not count before a lead waits for it. What is found is in <see cref="SlackHealth"/>.</summary>
internal sealed partial class TokenWatch(SlackClient client, SlackHealth health, TimeProvider time, ILogger<TokenWatch> logger) : BackgroundService
{
    /// <summary>How long what is said may be old.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Asks once.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        var before = health.Problem;
        await client.CallAsync(SlackMethod.AuthTest, [], cancellation);
        if (health.Problem is { } problem && problem != before)
        {
            Log.Troubled(logger, problem);
        }
        else if (health.Problem is null && before is not null)
        {
            Log.Well(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Slack is in trouble. {Problem}")]
        public static partial void Troubled(ILogger logger, string problem);

        [LoggerMessage(2, LogLevel.Information, "Slack is well again.")]
        public static partial void Well(ILogger logger);
    }
}
