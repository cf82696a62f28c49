using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Outbox;

namespace Baton.Bot.Workers;

/// <summary>Delivers right after commits. What fails here is left to the wake-up that preceded the commit.</summary>
internal sealed partial class DeliveryWorker(DeliveryQueue queue, Runner runner, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private const int Workers = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken cancellation)
    {
        await foreach (var id in queue.ReadAllAsync(cancellation))
        {
            try
            {
                await runner.RunAsync(id, queue.Begin(id), cancellation);
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                Log.Failed(logger, id, error);
            }
            finally
            {
                queue.End(id);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Delivering for handoff {Id} failed; its wake-up will try again.")]
        public static partial void Failed(ILogger logger, HandoffId id, Exception error);
    }
}
