using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Baton.Teams.Tokens;

/// <summary>
/// A token taken apart (RFC 7519, RFC 7515), of which nothing is proven yet. What is not exactly of that form is no token: there is one way to write each, so nothing can be
/// read in two ways.
/// </summary>
internal sealed class BearerToken
{
    /// <summary>The most characters that are looked at. Tokens of the channel service have about 1,000, those of Entra with many claims about 3,000.</summary>
    public const int MostCharacters = 8 * 1024;

    private const string Scheme = "Bearer ";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private BearerToken(JsonElement header, JsonElement claims, byte[] signed, byte[] signature) =>
        (Header, Claims, Signed, Signature) = (header, claims, signed, signature);

    /// <summary>What it says of its signature.</summary>
    public JsonElement Header { get; }

    /// <summary>What it says.</summary>
    public JsonElement Claims { get; }

    /// <summary>The bytes that are signed.</summary>
    public byte[] Signed { get; }

    /// <summary>The signature.</summary>
    public byte[] Signature { get; }

    /// <summary>Takes a header's value apart. Never throws, whatever it is.</summary>
    /// <returns>The token, or why there is none.</returns>
    public static (BearerToken? Token, string Why) Read(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return (null, "there is no token");
        }

        if (authorization.Length > MostCharacters)
        {
            return (null, "the token is too long");
        }

        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || authorization.AsSpan(Scheme.Length).Contains(' '))
        {
            return (null, "the header is not a bearer token");
        }

        return ReadParts(authorization[Scheme.Length..]) is { } token ? (token, "") : (null, "the token is malformed");
    }

    private static BearerToken? ReadParts(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        var last = token.LastIndexOf('.');
        if (dot <= 0 || last <= dot || token.AsSpan(dot + 1, last - dot - 1).Contains('.') || !Ascii.IsValid(token))
        {
            return null;
        }

        return UrlBase64.Read(token.AsSpan(0, dot)) is { } header && UrlBase64.Read(token.AsSpan(dot + 1, last - dot - 1)) is { } claims && UrlBase64.Read(token.AsSpan(last + 1)) is { } signature
            && Json(header) is { } said && Json(claims) is { } claimed
            ? new BearerToken(said, claimed, Encoding.ASCII.GetBytes(token, 0, last), signature)
            : null;
    }

    private static JsonElement? Json(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair in a name is found only when names are compared.
            return null;
        }
    }
}
