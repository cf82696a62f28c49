using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;

namespace Baton.Handoffs.Webhooks;

/// <summary>Something to tell a hook. The same whenever it is told, but for a person who was erased meanwhile.</summary>
/// <param name="Hook">Whom.</param>
/// <param name="Id">Unique for ever, and the same at each try, so that a receiver can drop repetitions.</param>
/// <param name="Type">One of <see cref="HookTypes.All"/>.</param>
/// <param name="Happened">What happened.</param>
/// <param name="After">The handoff as it was right after.</param>
public sealed record HookCall(string Hook, string Id, string Type, HandoffEvent Happened, Handoff After);
