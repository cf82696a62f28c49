using System.Collections.Frozen;
using Baton.Teams.Tokens.Keys;

namespace Baton.Teams.Tokens;

/// <summary>All issuers that a configuration allows, by the name that they give themselves. A name is compared as it stands.</summary>
internal sealed class KnownIssuers
{
    private const string TenantMark = "{tenant}";
    private static readonly string[] Versions = ["1.0", "2.0"];

    private readonly FrozenDictionary<string, KnownIssuer> byName;

    /// <summary>Those of a configuration. Entra's are there only when callers are named: its tokens prove nothing else.</summary>
    public KnownIssuers(TeamsOptions options, KeyRing channelKeys, KeyRing entraKeys)
    {
        var cloud = CloudAddresses.Of(options);
        var entra = from tenant in options.EntraCallers.Count == 0 ? [] : options.EntraTenants.Concat(cloud.EntraTenants).Append(options.TenantId).Distinct(StringComparer.OrdinalIgnoreCase)
                    from form in cloud.EntraIssuers.Zip(Versions, (name, version) => (Name: name, Version: version))
                    select KeyValuePair.Create<string, KnownIssuer>(form.Name.Replace(TenantMark, tenant, StringComparison.Ordinal), new KnownIssuer.Entra(entraKeys, tenant, form.Version));
        byName = entra.Append(new(cloud.ChannelIssuer, new KnownIssuer.Channel(channelKeys))).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Fetches what is not fresh of the keys of all of them.</summary>
    /// <returns>What is wrong, in English for an operator; null when nothing is.</returns>
    public async Task<string?> CheckKeysAsync(CancellationToken cancellation)
    {
        var found = await Task.WhenAll(byName.Values.Select(issuer => issuer.Keys).Distinct().Select(ring => ring.CheckAsync(cancellation)));
        return string.Join(' ', found.OfType<string>()) is { Length: > 0 } problem ? problem : null;
    }

    /// <summary>Who calls itself that; null when nobody does who may.</summary>
    public KnownIssuer? Find(string? name) => name is not null && byName.TryGetValue(name, out var issuer) ? issuer : null;
}
