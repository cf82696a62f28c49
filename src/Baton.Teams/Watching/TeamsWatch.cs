using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Watching;

/// <summary>Looks once a minute how Baton stands with Teams, so that an operator hears of a secret that has run out before a lead waits for it.</summary>
internal sealed partial class TeamsWatch(TeamsProbe probe, TeamsHealth health, TimeProvider time, ILogger<TeamsWatch> logger) : BackgroundService
{
    /// <summary>How long what is said may be old.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Looks once.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A look that fails must not end the process; it is told like any other trouble.")]
    internal async Task LookAsync(CancellationToken cancellation)
    {
        var before = health.Problem;
        try
        {
            health.Found(await probe.LookAsync(cancellation));
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            health.Found(new TeamsStanding($"Nobody can tell whether Baton gets a token: {error.GetType().Name}. Look at the log.", null));
            Log.Failed(logger, error);
        }

        if (health.Problem is { } problem && problem != before)
        {
            Log.Troubled(logger, problem);
        }
        else if (health.Problem is null && before is not null)
        {
            Log.Well(logger);
        }
    }

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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Teams is in trouble. {Problem}")]
        public static partial void Troubled(ILogger logger, string problem);

        [LoggerMessage(2, LogLevel.Information, "Teams is well again.")]
        public static partial void Well(ILogger logger);

        [LoggerMessage(3, LogLevel.Error, "Looking how Baton stands with Teams failed; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
