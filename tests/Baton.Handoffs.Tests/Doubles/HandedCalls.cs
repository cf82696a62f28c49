using System.Collections.Concurrent;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>A process's lines of hooks: what was handed over waits until the test takes it.</summary>
public sealed class HandedCalls : IHookLines
{
    private readonly ConcurrentQueue<(string Hook, HandoffId Handoff)> handed = new();

    public int Count => handed.Count;

    public void Hand(string hook, HandoffId handoff) => handed.Enqueue((hook, handoff));

    public (string Hook, HandoffId Handoff)? Take() => handed.TryDequeue(out var call) ? call : null;
}
