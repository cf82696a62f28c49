using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Baton.Teams.StandIn.Identity;

/// <summary>
/// Gives the bot its own tokens as Entra does: for a secret, for an assertion that a known certificate signed, for a token of an issuer that it trusts; and as a managed identity's
/// endpoint does. Refuses with Entra's codes.
/// </summary>
public sealed class TokenDesk
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private readonly StrictTeamsSettings settings;
    private readonly TimeProvider time;

    // Guards the two below.
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> given = [];
    private readonly List<string> asked = [];

    internal TokenDesk(StrictTeamsSettings settings, TimeProvider time) => (this.settings, this.time) = (settings, time);

    /// <summary>The certificate that may sign assertions; null for none.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The token of another issuer that it trusts; null for none.</summary>
    public string? TrustedAssertion { get; set; }

    /// <summary>Whether it trusts the tokens of its own managed identities that are for exchange.</summary>
    public bool TrustsIdentities { get; set; }

    /// <summary>The secret header of the managed identity's endpoint.</summary>
    public string IdentityHeader { get; } = "strict-identity-header";

    /// <summary>Refuses with this code, until it is null again.</summary>
    public string? Refusal { get; set; }

    /// <summary>How it was asked, in order: <c>secret</c>, <c>certificate</c>, <c>assertion</c>, <c>identity</c>, each with what the token is for.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (gate)
            {
                return [.. asked];
            }
        }
    }

    /// <summary>No token that was given so far is taken any more.</summary>
    public void RevokeAll()
    {
        lock (gate)
        {
            given.Clear();
        }
    }

    /// <summary>Whether it gave that token and the token still counts.</summary>
    internal bool Knows(string token)
    {
        lock (gate)
        {
            return given.TryGetValue(token, out var until) && time.GetUtcNow() < until;
        }
    }

    internal void Map(WebApplication app)
    {
        app.MapPost("/{tenant}/oauth2/v2.0/token", async (string tenant, HttpRequest request) => Give(tenant, await request.ReadFormAsync()));
        app.MapGet("/identity/token", Identity);
    }

    private IResult Give(string tenant, IFormCollection form)
    {
        var how = Proof(form, out var fault);
        fault = Refusal
            ?? (form["grant_type"] != "client_credentials" ? "AADSTS70003"
            : tenant != settings.TenantId ? "AADSTS90002"
            : form["client_id"] != settings.AppId ? "AADSTS700016"
            : form["scope"].ToString().Split(' ').Contains(settings.Scope) ? fault : "AADSTS70011");
        if (fault is not null)
        {
            var body = new JsonObject { ["error"] = "invalid_client", ["error_description"] = $"{fault}: refused. Trace ID: 0", ["error_codes"] = new JsonArray(int.Parse(fault[6..])) };
            return Results.Json(body, statusCode: StatusCodes.Status401Unauthorized);
        }

        return Results.Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = (int)settings.TokenLife.TotalSeconds, ["access_token"] = New(how, settings.Scope) });
    }

    private string Proof(IFormCollection form, out string? fault)
    {
        if (form["client_secret"] is [{ } secret])
        {
            fault = secret == settings.ClientSecret ? null : "AADSTS7000215";
            return "secret";
        }

        var assertion = form["client_assertion"].ToString();
        if (form["client_assertion_type"] == AssertionType && (assertion == TrustedAssertion || (TrustsIdentities && Knows(assertion))))
        {
            fault = null;
            return "assertion";
        }

        fault = form["client_assertion_type"] == AssertionType && Certificate is { } certificate && IsSigned(assertion, certificate) ? null : "AADSTS700027";
        return "certificate";
    }

    // With RS256 or PS256, as the library of the day does.
    private static bool IsSigned(string assertion, X509Certificate2 certificate)
    {
        var parts = assertion.Split('.');
        if (parts.Length != 3)
        {
            return false;
        }

        using var key = certificate.GetRSAPublicKey();
        var padding = JsonElement.Parse(Base64Url.DecodeFromChars(parts[0])).GetProperty("alg").GetString() == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return key!.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, padding);
    }

    private IResult Identity(HttpRequest request)
    {
        var resource = request.Query["resource"].ToString();
        if (request.Headers["X-IDENTITY-HEADER"] != IdentityHeader || resource.Length == 0)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var until = time.GetUtcNow() + settings.TokenLife;
        return Results.Json(new JsonObject { ["access_token"] = New("identity", resource), ["expires_on"] = until.ToUnixTimeSeconds().ToString(), ["resource"] = resource, ["token_type"] = "Bearer" });
    }

    private string New(string how, string purpose)
    {
        var token = $"bot-token-{Guid.NewGuid():N}";
        lock (gate)
        {
            asked.Add($"{how} {purpose}");
            given[token] = time.GetUtcNow() + settings.TokenLife;
        }

        return token;
    }
}
