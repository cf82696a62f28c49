using Baton.Tables;

namespace Baton.Bot.Workers;

/// <summary>Gives signs of life and keeps this process's share of the shards, apart from the sweeps, which may take long.</summary>
internal sealed partial class LeaseKeeper(ShardLeases leases, LeaseTimes times, ILogger<LeaseKeeper> logger) : BackgroundService
{
    /// <summary>From here on somebody should set a clock.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(10);

    // Only the loop below reads and writes these.
    private (string Shards, int Living) told = ("", 0);
    private readonly HashSet<string> toldOfClock = new(StringComparer.Ordinal);

    /// <summary>The first beat comes before the sweeps begin, so that they have something to do.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    // Real time, as for all that is about machines.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(times.Beat, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            using var limit = new CancellationTokenSource(times.Lease, TimeProvider.System);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            await leases.BeatAsync(both.Token);
            Tell();
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, error);
        }
    }

    private void Tell()
    {
        var now = (string.Join(' ', leases.Held), leases.Living);
        if (now != told)
        {
            told = now;
            Log.Holds(logger, now.Living, now.Item1);
        }

        foreach (var (replica, offset) in leases.Offsets)
        {
            if (offset.Duration() > ClockTolerance && toldOfClock.Add(replica))
            {
                Log.ClockDiffers(logger, replica, offset.TotalSeconds);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The leases could not be looked at; what this process looks after is let go unless that passes.")]
        public static partial void Failed(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Information, "Processes at work: {Living}. This one looks after shards: {Shards}.")]
        public static partial void Holds(ILogger logger, int living, string shards);

        [LoggerMessage(3, LogLevel.Warning, "The clock of replica {Replica} differs from this machine's by at least {Seconds:0} s. Nothing is lost, but deadlines are kept by the slower one. Set the clocks.")]
        public static partial void ClockDiffers(ILogger logger, string replica, double seconds);
    }
}
