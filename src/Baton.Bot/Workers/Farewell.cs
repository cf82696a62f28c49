using Baton.Bot.Api;
using Baton.Tables;

namespace Baton.Bot.Workers;

/// <summary>
/// What happens first when the process is told to end: it says that it is not ready, and lets its shards go, so that others take them with their next beat.
/// Whoever sends it work has a moment to notice; then the servers and workers finish what they are at.
/// </summary>
internal sealed partial class Farewell(ShardLeases leases, ILogger<Farewell> logger) : IHostedLifecycleService, IReadiness
{
    /// <summary>In all, from the signal to the end.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>How long it goes on taking clicks, where there is somebody else to send them to.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LeaveLimit = TimeSpan.FromSeconds(2);

    // Set once, by the host.
    private volatile bool ending;

    public string Name => "process";

    public Task<string?> ProblemAsync(CancellationToken cancellation) => Task.FromResult(ending ? "It was told to end, and finishes what it is at. Send new work to another one." : null);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        ending = true;
        var others = leases.Living > 1;
        try
        {
            using var limit = new CancellationTokenSource(LeaveLimit, TimeProvider.System);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            await leases.LeaveAsync(both.Token);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotLeft(logger, error);
        }

        if (others)
        {
            await Task.Delay(Notice, TimeProvider.System, cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The leases could not be let go; others take over when they have run out.")]
        public static partial void NotLeft(ILogger logger, Exception error);
    }
}
