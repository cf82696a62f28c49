using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Webhooks;

/// <summary>Another system that wants to be told what happens to handoffs. Where it is and how it is told is for <see cref="IHookSender"/> to know.</summary>
/// <param name="Name">Its name in the configuration: lower case, without a dot, as it is a part of <c>webhook-id</c>. Stored with every call that waits.</param>
/// <param name="Types">What it wants, some of <see cref="HookTypes.All"/>.</param>
public sealed record Hook(string Name, IReadOnlySet<string> Types)
{
    /// <summary>The platform of places that are hooks: <c>webhook:crm</c>.</summary>
    public const string Platform = "webhook";

    /// <summary>What a hook is called where places are told: in the audit, in notices.</summary>
    public Place Place => PlaceOf(Name);

    /// <summary>The same for a name that may be configured no more.</summary>
    public static Place PlaceOf(string name) => new(Platform, name);
}
