using Baton.Handoffs.Webhooks;

namespace Baton.Webhooks;

/// <summary>Where a hook is told, and how its messages are signed.</summary>
/// <param name="Name">Its name, as <see cref="Hook.Name"/>.</param>
/// <param name="Url">Where.</param>
/// <param name="Secrets">One, or two while one takes the other's place.</param>
public sealed record HookEndpoint(string Name, Uri Url, IReadOnlyList<HookSecret> Secrets)
{
    /// <summary>Those of a configuration that was found right.</summary>
    public static IReadOnlyList<HookEndpoint> Of(IReadOnlyDictionary<string, WebhookOptions> options) =>
        [.. options.Select(o => new HookEndpoint(NameOf(o.Key), new Uri(o.Value.Url), [.. o.Value.Secrets.Select(s => HookSecret.Read(s)!)]))];

    /// <summary>What they want.</summary>
    public static IReadOnlyList<Hook> HooksOf(IReadOnlyDictionary<string, WebhookOptions> options) =>
        [.. options.Select(o => new Hook(NameOf(o.Key), (o.Value.Events.Count > 0 ? o.Value.Events : HookTypes.All).ToHashSet(StringComparer.Ordinal)))];

    // Keys of a configuration are the same in any case, and come in that of whichever source was read last.
    private static string NameOf(string key) => key.ToLowerInvariant();
}
