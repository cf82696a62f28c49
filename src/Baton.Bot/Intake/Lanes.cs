using System.Diagnostics.CodeAnalysis;

namespace Baton.Bot.Intake;

/// <summary>Works on many things at once, but on those of one lane one after the other, in the order in which they came.</summary>
internal static class Lanes
{
    /// <summary>How many are worked on at once.</summary>
    internal const int Count = 32;

    /// <summary>How many may wait or be worked on before the next one is asked for: what bounds the memory of a long file.</summary>
    internal const int MaxUnderWay = 16 * Count;

    /// <summary>Works on everything; done when all of it is.</summary>
    /// <param name="items">The things, asked for while there is room.</param>
    /// <param name="laneOf">Any number; things with the same one keep their order.</param>
    /// <param name="work">What is done with each. What it throws is thrown here, after everything under way has ended.</param>
    /// <param name="cancellation">Ends the work.</param>
    [SuppressMessage("Reliability", "CA2025", Justification = "Everything that uses the semaphore is awaited before it is left.")]
    internal static async Task RunAsync<T>(IAsyncEnumerable<T> items, Func<T, int> laneOf, Func<T, Task> work, CancellationToken cancellation)
    {
        var tails = new Task[Count];
        Array.Fill(tails, Task.CompletedTask);
        using var room = new SemaphoreSlim(MaxUnderWay);
        try
        {
            await foreach (var item in items.WithCancellation(cancellation))
            {
                await room.WaitAsync(cancellation);
                var lane = (int)((uint)laneOf(item) % Count);
                tails[lane] = AfterAsync(tails[lane], item, work, room);
            }
        }
        finally
        {
            await Task.WhenAll(tails).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(tails);
    }

    private static async Task AfterAsync<T>(Task before, T item, Func<T, Task> work, SemaphoreSlim room)
    {
        try
        {
            await before;
            await work(item);
        }
        finally
        {
            room.Release();
        }
    }
}
