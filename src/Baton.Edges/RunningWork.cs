using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Edges;

/// <summary>
/// What goes on after a chat platform was answered. It does not end with the request, and the process does not end before it, within <see cref="Grace"/>.
/// </summary>
public sealed partial class RunningWork(TimeProvider time, ILogger<RunningWork> logger) : IHostedService, IDisposable
{
    /// <summary>How long the end of the process waits for it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How long one piece of it may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // How much runs, and one more until the process ends.
    private int running = 1;

    /// <summary>Runs it; whoever waits for the answer may go away meanwhile.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        Interlocked.Increment(ref running);
        try
        {
            return await work(ending.Token);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Starts it and lets it go; what it throws is logged.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for it: the log is the only place where a failure can be told.")]
    public void Start(Func<CancellationToken, Task> work) => _ = RunAsync(async cancellation =>
    {
        try
        {
            using var limit = new CancellationTokenSource(Limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            await Task.Yield();
            await work(either.Token);
        }
        catch (Exception error)
        {
            Log.Failed(logger, error);
        }

        return true;
    });

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        End();
        try
        {
            await idle.Task.WaitAsync(Grace, time, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            Log.Cut(logger, Volatile.Read(ref running));
            await ending.CancelAsync();
        }
    }

    /// <inheritdoc />
    public void Dispose() => ending.Dispose();

    private void End()
    {
        if (Interlocked.Decrement(ref running) == 0)
        {
            idle.TrySetResult();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Something that a chat platform had been told was received could not be finished.")]
        public static partial void Failed(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Warning, "The process ends with {Count} answer(s) to chat platforms unfinished.")]
        public static partial void Cut(ILogger logger, int count);
    }
}
