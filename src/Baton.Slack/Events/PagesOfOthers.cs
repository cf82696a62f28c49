using Baton.Handoffs.Replicas;
using Microsoft.Extensions.Hosting;

namespace Baton.Slack.Events;

/// <summary>
/// Where several processes are at work, each sees the changes that it delivers itself. So pages that people look at are drawn anew now and then, and published
/// when they say something else: within <see cref="Pause"/> they follow what another process did.
/// </summary>
internal sealed class PagesOfOthers(OpenPages open, IReplicas replicas, TimeProvider time) : BackgroundService
{
    /// <summary>How often.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>How many pages each time: those that were drawn last, whose owners are the likeliest to look.</summary>
    public const int Most = 20;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }

    /// <summary>Lets pages be drawn again where somebody else may have changed what is on them.</summary>
    public void Look()
    {
        if (replicas.Living > 1)
        {
            open.AgainLatest(Most);
        }
    }
}
