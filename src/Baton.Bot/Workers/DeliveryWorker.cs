using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Outbox;

namespace Baton.Bot.Workers;

/// <summary>
/// Delivers right after commits. What fails here is left to the wake-up that preceded the commit. In a rush of clicks one worker goes on,
/// with pauses, and the others stand back: whoever clicks waits for an answer, and a card may be a moment late.
/// </summary>
internal sealed partial class DeliveryWorker(DeliveryQueue queue, Runner runner, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private const int Helpers = 3;

    // Real time: what is busy is the machine.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    // Of what the process has from the signal to its end, the part in which cards are still brought up to date.
    private static readonly TimeSpan LastWork = Farewell.Limit / 3;

    /// <summary>What is waiting is still delivered, for a moment; the rest is left to its wake-ups.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        if (ExecuteTask is { } working)
        {
            await Task.WhenAny(working, Task.Delay(LastWork, TimeProvider.System, cancellationToken));
        }

        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Range(0, Helpers).Select(_ => Task.Run(() => HelpAsync(stoppingToken), stoppingToken)).Append(Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));

    private async Task WorkAsync(CancellationToken cancellation)
    {
        await foreach (var id in queue.ReadAllAsync(cancellation))
        {
            await RunAsync(id, cancellation);
            if (queue.IsRushed)
            {
                await Task.Delay(Breath, TimeProvider.System, cancellation);
            }
        }
    }

    private async Task HelpAsync(CancellationToken cancellation)
    {
        while (await queue.WaitAsync(cancellation))
        {
            if (queue.IsRushed)
            {
                await Task.Delay(Rest, TimeProvider.System, cancellation);
            }
            else if (queue.TryRead(out var id))
            {
                await RunAsync(id, cancellation);
            }
        }
    }

    private async Task RunAsync(HandoffId id, CancellationToken cancellation)
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Delivering for handoff {Id} failed; its wake-up will try again.")]
        public static partial void Failed(ILogger logger, HandoffId id, Exception error);
    }
}
