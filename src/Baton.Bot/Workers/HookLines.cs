using System.Collections.Frozen;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Webhooks;

namespace Baton.Bot.Workers;

/// <summary>A line for each hook.</summary>
internal sealed class HookLines(Terms terms) : IHookLines
{
    /// <summary>All of them, by the hook's name.</summary>
    public FrozenDictionary<string, HookLine> All { get; } = terms.Hooks.ToFrozenDictionary(h => h.Name, _ => new HookLine());

    /// <inheritdoc />
    public void Hand(string hook, HandoffId handoff) => All[hook].Hand(handoff);
}
