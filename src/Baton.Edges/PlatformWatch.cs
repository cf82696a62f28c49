using System.Diagnostics.CodeAnalysis;
using Baton.Handoffs.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Edges;

/// <summary>
/// Looks once a minute how Baton stands with a platform, so that an operator hears of a credential that does not count any more before a lead waits
/// for it. What is found is in the platform's <see cref="IPlatformHealth"/>; the log tells when trouble begins, changes and ends.
/// </summary>
/// <param name="name">What people call the platform.</param>
/// <param name="health">What is told of it.</param>
/// <param name="time">Real time: a demo that runs faster asks no platform more often.</param>
/// <param name="logger">Told of trouble.</param>
public abstract partial class PlatformWatch(string name, IPlatformHealth health, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>How long what is said may be old.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Looks once. A look that fails is told like any other trouble, and ends nothing.</summary>
    /// <param name="cancellation">Ends the look.</param>
    [SuppressMessage("Design", "CA1031", Justification = "A look that fails must not end the process; it is told like any other trouble.")]
    public async Task LookAsync(CancellationToken cancellation)
    {
        var before = health.Problem;
        try
        {
            await AskAsync(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Failed(error);
            Log.Failed(logger, name, error);
        }

        if (health.Problem is { } problem && problem != before)
        {
            Log.Troubled(logger, name, problem);
        }
        else if (health.Problem is null && before is not null)
        {
            Log.Well(logger, name);
        }
    }

    /// <summary>Asks the platform; what it answers changes what is told of it.</summary>
    /// <param name="cancellation">Ends the question.</param>
    protected abstract Task AskAsync(CancellationToken cancellation);

    /// <summary>A question ended in an error that no answer of the platform is.</summary>
    /// <param name="error">The error; it is logged.</param>
    protected virtual void Failed(Exception error)
    {
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
        [LoggerMessage(1, LogLevel.Error, "{Platform} is in trouble. {Problem}")]
        public static partial void Troubled(ILogger logger, string platform, string problem);

        [LoggerMessage(2, LogLevel.Information, "{Platform} is well again.")]
        public static partial void Well(ILogger logger, string platform);

        [LoggerMessage(3, LogLevel.Error, "Looking how Baton stands with {Platform} failed; it is tried again.")]
        public static partial void Failed(ILogger logger, string platform, Exception error);
    }
}
