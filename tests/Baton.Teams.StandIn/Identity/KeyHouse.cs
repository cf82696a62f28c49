using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Baton.Teams.StandIn.Identity;

/// <summary>
/// One issuer's metadata and keys, over HTTP. What it publishes can be changed while it runs, it can be down, and it counts how often it was asked.
/// </summary>
/// <param name="metadataPath">Where the metadata is.</param>
/// <param name="keysPath">Where the keys are.</param>
/// <param name="issuer">Who the metadata says it is.</param>
public sealed class KeyHouse(string metadataPath, string keysPath, string issuer)
{
    // Written by tests, read by requests: replaced as a whole.
    private volatile IReadOnlyList<SigningPair> keys = [];
    private volatile IResult? instead;
    private volatile string? leadsTo;
    private int metadataAsked;
    private int keysAsked;

    /// <summary>How often the metadata was asked for.</summary>
    public int MetadataAsked => Volatile.Read(ref metadataAsked);

    /// <summary>How often the keys were asked for.</summary>
    public int KeysAsked => Volatile.Read(ref keysAsked);

    /// <summary>Publishes these keys from now on, and no others.</summary>
    public void Publish(params SigningPair[] pairs) => keys = pairs;

    /// <summary>Answers this instead of anything of its own; null ends that.</summary>
    public void Answer(IResult? result) => instead = result;

    /// <summary>Answers that it is out of order, until <see cref="Answer"/> ends that.</summary>
    public void GoDown() => Answer(Results.StatusCode(StatusCodes.Status503ServiceUnavailable));

    /// <summary>Says that its keys are at another address.</summary>
    public void LeadTo(string? address) => leadsTo = address;

    internal void Map(WebApplication app)
    {
        app.MapGet(metadataPath, (HttpContext http) =>
        {
            Interlocked.Increment(ref metadataAsked);
            return instead ?? Results.Json(new JsonObject
            {
                ["issuer"] = issuer,
                ["jwks_uri"] = leadsTo ?? $"{http.Request.Scheme}://{http.Request.Host}{keysPath}",
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            });
        });
        app.MapGet(keysPath, () =>
        {
            Interlocked.Increment(ref keysAsked);
            return instead ?? Results.Json(new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.Published())]) });
        });
    }
}
