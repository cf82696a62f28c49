using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Tests.Handoffs;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Tests.Webhooks;

/// <summary>Builds hooks, and terms with hooks.</summary>
public static class AHook
{
    /// <summary>A hook that wants those types, or everything.</summary>
    public static Hook Of(string name, params string[] types) => new(name, (types.Length > 0 ? types : HookTypes.All).ToHashSet());

    /// <summary>The usual terms, and those hooks.</summary>
    public static Terms Terms(params Hook[] hooks) => A.Terms() with { Hooks = hooks };
}
