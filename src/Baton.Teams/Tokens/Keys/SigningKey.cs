using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Baton.Teams.Tokens.Keys;

/// <summary>A public key that an issuer signs tokens with.</summary>
/// <param name="id">Its name, <c>kid</c>.</param>
/// <param name="parameters">Modulus and exponent.</param>
/// <param name="endorsements">The channels that it may speak for; none of Entra's keys has any.</param>
/// <param name="issuer">The issuer that it belongs to, where the key says; <c>{tenantid}</c> in it stands for any tenant.</param>
internal sealed class SigningKey(string id, RSAParameters parameters, IEnumerable<string> endorsements, string? issuer)
{
    /// <summary>The fewest bits of a key that is taken.</summary>
    public const int FewestBits = 2048;

    private const string AnyTenant = "{tenantid}";

    private readonly FrozenSet<string> endorsed = endorsements.ToFrozenSet(StringComparer.Ordinal);

    // Nothing says that one may be used by several threads at once, so each takes its own. Those that are left over end with the key.
    private readonly ConcurrentBag<RSA> idle = [];

    /// <summary>Its name.</summary>
    public string Id => id;

    /// <summary>Whether tokens that it signed may bring activities of that channel.</summary>
    public bool Endorses(string? channel) => channel is not null && endorsed.Contains(channel);

    /// <summary>Whether it may sign for that tenant.</summary>
    public bool IsOf(string tenant) =>
        issuer is null || issuer.Contains(AnyTenant, StringComparison.OrdinalIgnoreCase) || issuer.Contains(tenant, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether that is its signature of those bytes (RFC 8017, RSASSA-PKCS1-v1_5).</summary>
    public bool Signed(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature, HashAlgorithmName hash)
    {
        var rsa = idle.TryTake(out var there) ? there : RSA.Create(parameters);
        var signed = rsa.VerifyData(bytes, signature, hash, RSASignaturePadding.Pkcs1);
        idle.Add(rsa);
        return signed;
    }
}
