using System.Security.Cryptography;
using System.Text.Json;
using Baton.Wire;

namespace Baton.Teams.Tokens;

/// <summary>
/// What a token must say, before anybody looks at its signature. Each rule answers what is wrong, in words for the log, or null.
/// Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// </summary>
internal sealed class TokenRules(TeamsOptions options, ServiceUrls services)
{
    /// <summary>How far clocks may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The one channel whose activities are taken. The service signs those of others with the same keys, and what some of them say of a person is whatever the person's program says.
    /// </summary>
    private const string Channel = "msteams";

    private readonly string[] audiences = [options.AppId, $"api://{options.AppId}", $"api://botid-{options.AppId}"];

    /// <summary>The hash of its signature; null for anything but RSA with PKCS 1, which is all that is taken (RFC 7518, section 3.1).</summary>
    public static HashAlgorithmName? HashOf(JsonElement header) => header.Text("alg") switch
    {
        "RS256" => HashAlgorithmName.SHA256,
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>What is wrong with its header.</summary>
    public static string? HeaderFault(JsonElement header) =>
        HashOf(header) is null ? "it is not signed in one of the ways that are taken"
        : header.TryGet("crit", out _) ? "it asks for something that nobody here knows"
        : header.Text("kid") is not { Length: > 0 } ? "it does not say which key signed it"
        : null;

    /// <summary>What is wrong with what it says.</summary>
    public string? ClaimFault(JsonElement claims, KnownIssuer issuer, ActivityOrigin origin, DateTimeOffset now) =>
        origin.ChannelId != Channel ? "its activity is of another channel than Teams"
        : claims.Text("aud") is not { } audience || !audiences.Contains(audience, StringComparer.OrdinalIgnoreCase) ? "it is meant for somebody else"
        : LifetimeFault(claims, now) is { } time ? time
        : issuer switch
        {
            KnownIssuer.Channel => ServiceFault(claims, origin, isNeeded: true),
            KnownIssuer.Entra entra => EntraFault(claims, entra) ?? ServiceFault(claims, origin, isNeeded: false),
            _ => throw new InvalidOperationException("An issuer is one of the two above."),
        };

    /// <summary>The app that an Entra token was issued to; null when it does not say.</summary>
    public static string? CallerOf(JsonElement claims, KnownIssuer.Entra issuer) => claims.Text(issuer.Version == "1.0" ? "appid" : "azp");

    private static string? LifetimeFault(JsonElement claims, DateTimeOffset now) =>
        Instant(claims, "exp") is not { } end ? "it does not say when it ends"
        : end + Skew <= now ? "it is expired"
        : !claims.TryGet("nbf", out _) ? null
        : Instant(claims, "nbf") is not { } start ? "it does not say when it begins"
        : start - Skew > now ? "it is not valid yet"
        : null;

    private static DateTimeOffset? Instant(JsonElement claims, string name) =>
        claims.TryGet(name, out var claim) && claim.ValueKind == JsonValueKind.Number && claim.TryGetInt64(out var seconds) && seconds is >= 0 and < 253_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private string? EntraFault(JsonElement claims, KnownIssuer.Entra issuer) =>
        !string.Equals(claims.Text("tid"), issuer.TenantId, StringComparison.OrdinalIgnoreCase) ? "its tenant is not that of its issuer"
        : claims.Text("ver") != issuer.Version ? "its version is not that of its issuer"
        : CallerOf(claims, issuer) is not { } caller || !options.EntraCallers.Contains(caller, StringComparer.OrdinalIgnoreCase) ? "it was issued to an app that is not one of Teams:EntraCallers"
        : null;

    // Compared as they came: making addresses of them would add or drop a slash.
    private string? ServiceFault(JsonElement claims, ActivityOrigin origin, bool isNeeded) =>
        claims.Text("serviceurl") is { } claimed
            ? (string.Equals(claimed, origin.ServiceUrl, StringComparison.OrdinalIgnoreCase) ? null : "its service URL is not that of the activity")
        : isNeeded || claims.TryGet("serviceurl", out _) ? "it names no service URL"
        : services.Allows(origin.ServiceUrl) ? null
        : "it names no service URL, and that of the activity is not one of Teams'";
}
