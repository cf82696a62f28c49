using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Webhooks;

namespace Baton.Bot.Workers;

/// <summary>Tells hooks, each by workers of its own, so that one that never answers holds up nobody but itself.</summary>
internal sealed partial class HookWorker(HookLines lines, HookRunner runner, ILogger<HookWorker> logger) : BackgroundService
{
    /// <summary>How many messages one hook gets at once from one process.</summary>
    public const int AtOnce = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        lines.All.SelectMany(line => Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => WorkAsync(line.Key, line.Value, stoppingToken), stoppingToken))));

    private async Task WorkAsync(string hook, HookLine line, CancellationToken cancellation)
    {
        await foreach (var id in line.ReadAllAsync(cancellation))
        {
            line.Begin(id);
            try
            {
                await runner.RunAsync(hook, id, cancellation);
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                Log.Failed(logger, hook, id, error);
            }
            finally
            {
                line.End(id);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Telling the webhook {Hook} of handoff {Id} failed; its wake-up will try again.")]
        public static partial void Failed(ILogger logger, string hook, HandoffId id, Exception error);
    }
}
