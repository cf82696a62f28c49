using Baton.Teams.Tokens.Keys;

namespace Baton.Teams.Tokens;

/// <summary>Who may issue tokens, and with which keys. A token of the one is never held against the keys of the other.</summary>
internal abstract record KnownIssuer(KeyRing Keys)
{
    /// <summary>The channel service itself.</summary>
    public sealed record Channel(KeyRing Keys) : KnownIssuer(Keys);

    /// <summary>Entra, for a tenant.</summary>
    /// <param name="Keys">Entra's keys.</param>
    /// <param name="TenantId">The tenant.</param>
    /// <param name="Version">The version of its tokens, <c>1.0</c> or <c>2.0</c>.</param>
    public sealed record Entra(KeyRing Keys, string TenantId, string Version) : KnownIssuer(Keys);
}
