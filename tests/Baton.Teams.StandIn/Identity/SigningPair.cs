using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Baton.Teams.StandIn.Identity;

/// <summary>A key that tokens are signed with, and what is published of it.</summary>
public sealed class SigningPair : IDisposable
{
    private readonly RSA rsa;

    /// <summary>Makes one.</summary>
    /// <param name="id">Its name, <c>kid</c>.</param>
    /// <param name="bits">How long it is.</param>
    public SigningPair(string id, int bits = 2048)
    {
        Id = id;
        rsa = RSA.Create(bits);
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>The channels that it may speak for; null publishes none.</summary>
    public IReadOnlyList<string>? Endorsements { get; init; }

    /// <summary>The issuer that it belongs to; null publishes none.</summary>
    public string? Issuer { get; init; }

    /// <summary>What is published of it (RFC 7517).</summary>
    public JsonObject Published()
    {
        var numbers = rsa.ExportParameters(false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        if (Endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. Endorsements.Select(it => JsonValue.Create(it))]);
        }

        if (Issuer is not null)
        {
            key["issuer"] = Issuer;
        }

        return key;
    }

    /// <summary>A token (RFC 7519) that it signed.</summary>
    /// <param name="claims">What the token says.</param>
    /// <param name="algorithm">How it says that it is signed; the hash follows from it.</param>
    public string Sign(JsonObject claims, string algorithm = "RS256") =>
        Sign(new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = Id }, claims);

    /// <summary>A token with a header of one's own.</summary>
    public string Sign(JsonObject header, JsonObject claims)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        var hash = header["alg"]?.ToString() switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        return $"{signed}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(signed), hash, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>The public key as PEM, for those who try it as a shared secret.</summary>
    public string PublicPem() => rsa.ExportSubjectPublicKeyInfoPem();

    /// <inheritdoc />
    public void Dispose() => rsa.Dispose();

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
