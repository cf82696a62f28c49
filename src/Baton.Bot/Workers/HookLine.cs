using System.Threading.Channels;
using Baton.Handoffs.Handoffs;

namespace Baton.Bot.Workers;

/// <summary>
/// Handoffs of which something is due for one hook. Bounded: what does not fit is left to its wake-up. One handoff is worked on by one worker at a time; what
/// is handed over meanwhile makes it run once more.
/// </summary>
internal sealed class HookLine
{
    private const int Capacity = 10_000;

    private readonly Channel<HandoffId> waiting = Channel.CreateBounded<HandoffId>(Capacity);

    // Guards what follows.
    private readonly Lock gate = new();

    // Those that wait (false, false), are worked on (true, false), or are and wait once more (true, true).
    private readonly Dictionary<HandoffId, (bool Running, bool Again)> known = [];

    /// <summary>Puts one into the line, unless it waits there.</summary>
    public void Hand(HandoffId id)
    {
        lock (gate)
        {
            if (known.TryGetValue(id, out var state))
            {
                known[id] = state with { Again = state.Running };
            }
            else if (waiting.Writer.TryWrite(id))
            {
                known[id] = default;
            }
        }
    }

    /// <summary>Those that wait, as they come, until it is cancelled.</summary>
    public IAsyncEnumerable<HandoffId> ReadAllAsync(CancellationToken cancellation) => waiting.Reader.ReadAllAsync(cancellation);

    /// <summary>A run begins.</summary>
    public void Begin(HandoffId id)
    {
        lock (gate)
        {
            known[id] = (true, false);
        }
    }

    /// <summary>A run has ended, well or not.</summary>
    public void End(HandoffId id)
    {
        lock (gate)
        {
            if (known.Remove(id, out var state) && state.Again && waiting.Writer.TryWrite(id))
            {
                known[id] = default;
            }
        }
    }
}
