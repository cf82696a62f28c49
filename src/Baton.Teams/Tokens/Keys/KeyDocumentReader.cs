using System.Security.Cryptography;
using System.Text.Json;
using Baton.Wire;

namespace Baton.Teams.Tokens.Keys;

/// <summary>
/// Reads what an issuer publishes: its metadata (OpenID Connect Discovery 1.0, section 4.2) and its keys (RFC 7517), with the <c>endorsements</c> that the channel service
/// adds to them. What cannot be read is left out. Never throws, whatever the bytes.
/// </summary>
internal static class KeyDocumentReader
{
    /// <summary>The most keys that are taken of one issuer. The channel service has about ten.</summary>
    public const int MostKeys = 200;

    /// <summary>Where the keys are; null when the metadata does not say, or names another host than its own.</summary>
    public static Uri? KeysAddress(WireReply reply, Uri metadata) =>
        Object(reply)?.Text("jwks_uri") is { } text && Uri.TryCreate(text, UriKind.Absolute, out var keys)
        && keys.Scheme == metadata.Scheme && keys.Authority == metadata.Authority && keys.UserInfo.Length == 0
            ? keys
            : null;

    /// <summary>The keys; null when it is no list of keys.</summary>
    public static IReadOnlyList<SigningKey>? Keys(WireReply reply) =>
        Object(reply) is { } json && json.TryGet("keys", out var keys) && keys.ValueKind == JsonValueKind.Array
            ? [.. keys.EnumerateArray().Take(MostKeys).Select(Key).OfType<SigningKey>().DistinctBy(key => key.Id)]
            : null;

    private static JsonElement? Object(WireReply reply) => reply is { Status: 200, IsTooLong: false } ? WireJson.Object(reply.Body.Span) : null;

    private static SigningKey? Key(JsonElement json) =>
        json.Text("kty") == "RSA" && json.Text("use") is null or "sig" && json.Text("kid") is { Length: > 0 } id
        && UrlBase64.Read(json.Text("n")) is { Length: >= SigningKey.FewestBits / 8 } modulus && UrlBase64.Read(json.Text("e")) is { } exponent
            ? new SigningKey(id, new RSAParameters { Modulus = modulus, Exponent = exponent }, json.Items("endorsements").Select(WireJson.Text).OfType<string>(), json.Text("issuer"))
            : null;
}
