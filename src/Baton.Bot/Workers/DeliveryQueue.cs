using System.Collections.Concurrent;
using System.Threading.Channels;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Bot.Workers;

/// <summary>
/// Handoffs whose outbox is to be looked at now. Bounded: what does not fit is left to its wake-up, so nothing is lost.
/// One handoff is worked on by one worker at a time; kicks that arrive meanwhile make it run once more.
/// </summary>
internal sealed class DeliveryQueue : IDeliveries
{
    private const int Capacity = 20_000;

    private readonly Channel<HandoffId> waiting = Channel.CreateBounded<HandoffId>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    // Guarded by itself. The wake-ups to be deleted when a handoff's run has succeeded; an entry means that the handoff is waiting or running.
    private readonly ConcurrentDictionary<HandoffId, ConcurrentBag<Wake>> wakes = new();

    public void Kick(HandoffId id, Wake safety)
    {
        while (true)
        {
            if (wakes.TryGetValue(id, out var bag))
            {
                bag.Add(safety);
                if (wakes.TryGetValue(id, out var still) && still == bag)
                {
                    return;
                }
            }
            else if (wakes.TryAdd(id, [safety]))
            {
                if (!waiting.Writer.TryWrite(id))
                {
                    wakes.TryRemove(id, out _);
                }

                return;
            }
        }
    }

    public IAsyncEnumerable<HandoffId> ReadAllAsync(CancellationToken cancellation) => waiting.Reader.ReadAllAsync(cancellation);

    /// <summary>The next handoff, if one is waiting.</summary>
    public bool TryRead(out HandoffId id) => waiting.Reader.TryRead(out id);

    /// <summary>Takes a handoff's wake-ups; kicks from now on start a run of their own.</summary>
    public IReadOnlyList<Wake> Take(HandoffId id) => wakes.TryRemove(id, out var bag) ? [.. bag.Distinct()] : [];
}
