using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Webhooks;

/// <summary>What a process remembers of hooks, while it runs: who asked to wait, and who has taken nothing since when.</summary>
public sealed class HookMemory
{
    // Guards what follows.
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset Since, HandoffId First)> failing = new(StringComparer.Ordinal);

    /// <summary>Until when it asked to wait; null when it did not, or that is over.</summary>
    public DateTimeOffset? HeldUntil(string hook, DateTimeOffset now)
    {
        lock (gate)
        {
            return held.TryGetValue(hook, out var until) && until > now ? until : null;
        }
    }

    /// <summary>It asked to wait.</summary>
    public void Hold(string hook, DateTimeOffset until)
    {
        lock (gate)
        {
            held[hook] = until;
        }
    }

    /// <summary>It took something.</summary>
    public void Works(string hook)
    {
        lock (gate)
        {
            failing.Remove(hook);
        }
    }

    /// <summary>It did not take something of that handoff; answers since when it has taken nothing, and of which handoff the first was.</summary>
    public (DateTimeOffset Since, HandoffId First) Fails(string hook, HandoffId handoff, DateTimeOffset now)
    {
        lock (gate)
        {
            return failing.TryGetValue(hook, out var first) ? first : failing[hook] = (now, handoff);
        }
    }
}
