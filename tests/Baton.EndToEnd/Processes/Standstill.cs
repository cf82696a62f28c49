namespace Baton.EndToEnd.Processes;

/// <summary>Notices when the whole machine stands still, this process with it: what was late by that much was nobody's fault.</summary>
internal sealed class Standstill : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource end = new();
    private readonly Task watching;
    private long lost; // ticks of time; by interlocked addition

    public Standstill() => watching = WatchAsync();

    /// <summary>How much time passed beyond what was waited for.</summary>
    public TimeSpan Lost => new(Interlocked.Read(ref lost));

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await watching;
        end.Dispose();
    }

    private async Task WatchAsync()
    {
        var time = TimeProvider.System;
        while (!end.IsCancellationRequested)
        {
            var before = time.GetTimestamp();
            await Task.Delay(Tick, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var late = time.GetElapsedTime(before) - (2 * Tick);
            Interlocked.Add(ref lost, Math.Max(0, late.Ticks));
        }
    }
}
