using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Baton.Web.Console.Live;

/// <summary>One connected browser's queue of events, read by one reader.</summary>
public sealed class ConsoleSubscription : IDisposable
{
    private readonly Action<ConsoleSubscription> leave;
    private readonly Channel<ConsoleEvent> queue = Channel.CreateBounded<ConsoleEvent>(new BoundedChannelOptions(ConsoleFeed.Backlog) { SingleReader = true });
    private int overflowed; // 1 after an event was dropped; written by publishers and the reader with Interlocked only

    internal ConsoleSubscription(Action<ConsoleSubscription> leave) => this.leave = leave;

    /// <summary>Events as they come; <see cref="ConsoleEvent.Reload"/> in place of all that are waiting when some were dropped.</summary>
    public async IAsyncEnumerable<ConsoleEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new ConsoleEvent.Hello();
        await foreach (var next in queue.Reader.ReadAllAsync(cancellation))
        {
            if (Interlocked.Exchange(ref overflowed, 0) == 0)
            {
                yield return next;
                continue;
            }

            while (queue.Reader.TryRead(out _))
            {
            }

            yield return new ConsoleEvent.Reload();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        leave(this);
        queue.Writer.TryComplete();
    }

    internal void Offer(ConsoleEvent what)
    {
        if (!queue.Writer.TryWrite(what))
        {
            Interlocked.Exchange(ref overflowed, 1);
        }
    }
}
