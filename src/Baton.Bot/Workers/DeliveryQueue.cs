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

    private readonly Channel<HandoffId> waiting = Channel.CreateBounded<HandoffId>(Capacity);
    private readonly ConcurrentDictionary<HandoffId, Ticket> tickets = new();

    private readonly ClickRate clicks = new();

    /// <summary>Whether commits come faster than could be delivered for.</summary>
    public bool IsRushed => clicks.IsRushed;

    public void Kick(HandoffId id, Wake safety)
    {
        clicks.Count();
        while (true)
        {
            var ticket = tickets.GetOrAdd(id, _ => new Ticket());
            lock (ticket)
            {
                if (ticket.Over)
                {
                    continue;
                }

                ticket.Wakes.Add(safety);
                if (ticket is { Waiting: false, Running: false })
                {
                    Enqueue(id, ticket);
                }

                return;
            }
        }
    }

    /// <summary>Takes no more; what is waiting can still be read. What comes later is left to its wake-up.</summary>
    public void Close() => waiting.Writer.TryComplete();

    public IAsyncEnumerable<HandoffId> ReadAllAsync(CancellationToken cancellation) => waiting.Reader.ReadAllAsync(cancellation);

    /// <summary>Waits until one is waiting, or another reader took it; false at the end.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellation) => waiting.Reader.WaitToReadAsync(cancellation);

    /// <summary>The next handoff, if one is waiting.</summary>
    public bool TryRead(out HandoffId id) => waiting.Reader.TryRead(out id);

    /// <summary>A run begins: the wake-ups that it may delete when it has succeeded.</summary>
    public IReadOnlyList<Wake> Begin(HandoffId id)
    {
        if (!tickets.TryGetValue(id, out var ticket))
        {
            return [];
        }

        lock (ticket)
        {
            (ticket.Waiting, ticket.Running) = (false, true);
            var wakes = ticket.Wakes.ToList();
            ticket.Wakes.Clear();
            return wakes;
        }
    }

    /// <summary>A run has ended, well or not; kicks that came meanwhile make it wait for another.</summary>
    public void End(HandoffId id)
    {
        if (!tickets.TryGetValue(id, out var ticket))
        {
            return;
        }

        lock (ticket)
        {
            ticket.Running = false;
            if (ticket.Wakes.Count > 0)
            {
                Enqueue(id, ticket);
            }
            else
            {
                Retire(id, ticket);
            }
        }
    }

    private void Enqueue(HandoffId id, Ticket ticket)
    {
        ticket.Waiting = waiting.Writer.TryWrite(id);
        if (!ticket.Waiting)
        {
            Retire(id, ticket);
        }
    }

    private void Retire(HandoffId id, Ticket ticket)
    {
        ticket.Over = true;
        tickets.TryRemove(new KeyValuePair<HandoffId, Ticket>(id, ticket));
    }

    // Guarded by a lock on itself. There is one while its handoff waits or runs.
    private sealed class Ticket
    {
        public HashSet<Wake> Wakes { get; } = [];

        public bool Waiting { get; set; }

        public bool Running { get; set; }

        public bool Over { get; set; }
    }
}
