using System.Diagnostics.CodeAnalysis;
using Baton.Slack.Api;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>
/// Lets open pages follow what happens, one after the other, and so slowly that people who open theirs are not held up: both share what Slack takes
/// of <c>views.publish</c> (https://docs.slack.dev/reference/methods/views.publish).
/// </summary>
internal sealed partial class FollowingPages(OpenPages open, HomePages homes, Visitors visitors, TimeProvider time, ILogger<FollowingPages> logger) : BackgroundService
{
    /// <summary>How long after a publish the next one begins.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>How long one may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await FollowAsync(await open.NextAsync(stoppingToken), stoppingToken), time, stoppingToken);
        }
    }

    // How long to wait then.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails with one page, the others follow; this one is right again when it is next opened.")]
    private async Task<TimeSpan> FollowAsync(string userId, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            switch (await homes.FollowAsync(await visitors.OfAsync(userId, either.Token), either.Token))
            {
                case null:
                    return TimeSpan.Zero;
                case SlackAnswer.RateLimited later:
                    open.Again(userId);
                    return later.Wait > Between ? later.Wait : Between;
                default:
                    return Between;
            }
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            Log.Failed(logger, error);
            return Between;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Somebody's Home could not follow a change; it is right again when it is next opened.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
