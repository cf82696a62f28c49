using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Webhooks;

/// <summary>Where hooks are told, apart from everything else: one that is slow holds up neither chat nor another hook.</summary>
public interface IHookLines
{
    /// <summary>Asks that what is due of a handoff for a hook is told. Never waits and never fails; what is not taken is left to a wake-up.</summary>
    void Hand(string hook, HandoffId handoff);
}
