using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Baton.Tables.Sqlite;

/// <summary>
/// A few reading connections. A read runs on its caller's thread: it mostly finds its pages in memory, where a change of
/// threads would cost more than the read.
/// </summary>
/// <param name="options">The file and its limits.</param>
internal sealed class RowReaders(SqliteTableOptions options) : IAsyncDisposable
{
    // Whoever has taken one from the semaphore may take a reader from the stack, or open one.
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    // Never disposed: without a wait handle it holds nothing, and callers may still wait in it to be refused.
    [SuppressMessage("Usage", "CA2213", Justification = "As said above.")]
    private readonly SemaphoreSlim free = new(options.Readers);
    private readonly ConcurrentStack<RowReader> idle = new();

    // Raised by anyone, by interlocked increment; see Renew.
    private int generation;

    // Set once by DisposeAsync; read by callers after they got the semaphore.
    private volatile bool closed;

    /// <summary>Runs a read, waiting for a connection first.</summary>
    /// <typeparam name="T">Its result.</typeparam>
    /// <param name="read">The read.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<T> RunAsync<T>(Func<RowReader, T> read, CancellationToken ct)
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                return await TryAsync(read, ct);
            }
            catch (SqliteFault fault) when (fault.Reason == TableUnavailable.Locked && Stopwatch.GetElapsedTime(since) < options.BusyTimeout)
            {
                await Task.Delay(LockPause, TimeProvider.System, ct);
            }
            catch (SqliteFault fault)
            {
                throw fault.ToUnavailable(options.Path);
            }
        }
    }

    /// <summary>Has every connection opened anew before its next use, as the file may have been replaced or come back.</summary>
    public void Renew() => Interlocked.Increment(ref generation);

    /// <summary>Waits for the reads that run and closes their connections; later ones are refused.</summary>
    public async ValueTask DisposeAsync()
    {
        closed = true;
        for (var i = 0; i < options.Readers; i++)
            await free.WaitAsync();
        while (idle.TryPop(out var reader))
            reader.Dispose();
        free.Release(options.Readers);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Goes back to the others, which DisposeAsync disposes.")]
    private async Task<T> TryAsync<T>(Func<RowReader, T> read, CancellationToken ct)
    {
        await free.WaitAsync(ct);
        RowReader? reader = null;
        try
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteTableEngine));
            reader = Rent();
            return read(reader);
        }
        catch (SqliteFault fault) when (fault.BreaksConnection)
        {
            Renew();
            throw;
        }
        finally
        {
            if (reader is not null)
                idle.Push(reader);
            free.Release();
        }
    }

    private RowReader Rent()
    {
        var current = Volatile.Read(ref generation);
        while (idle.TryPop(out var reader))
        {
            if (reader.Generation == current)
                return reader;
            reader.Dispose();
        }

        return RowReader.Open(options, current);
    }
}
