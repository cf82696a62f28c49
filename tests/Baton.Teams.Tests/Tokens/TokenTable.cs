using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Baton.Teams.StandIn.Identity;
using Baton.Teams.Tokens;

namespace Baton.Teams.Tests.Tokens;

/// <summary>Every way that we could think of in which a token is right or wrong.</summary>
internal static class TokenTable
{
    private const string Malformed = "malformed";
    private const string Unsigned = "not signed in one of the ways";

    public static IReadOnlyList<TokenCase> All { get; } = [.. Believed(), .. Entra(), .. Forms(), .. Headers(), .. Claims(), .. Services(), .. EntraClaims(), .. Signatures()];

    private static IEnumerable<TokenCase> Believed() =>
    [
        Good("the channel service's own", h => Sign(h, h.Channel())),
        Good("signed with SHA-384", h => Bearer(h.Teams.ChannelKey.Sign(h.Channel(), "RS384"))),
        Good("signed with SHA-512", h => Bearer(h.Teams.ChannelKey.Sign(h.Channel(), "RS512"))),
        Good("for api:// and the app id", h => Sign(h, h.Channel(("aud", $"api://{h.Teams.Settings.AppId}")))),
        Good("for api://botid- and the app id", h => Sign(h, h.Channel(("aud", $"api://botid-{h.Teams.Settings.AppId}")))),
        Good("for the app id in capitals", h => Sign(h, h.Channel(("aud", h.Teams.Settings.AppId.ToUpperInvariant())))),
        Good("its service URL in other letters", h => Sign(h, h.Channel(("serviceurl", h.Teams.ServiceUrl.AbsoluteUri.ToUpperInvariant())))),
        Good("ended 299 s ago", h => Sign(h, h.Channel(("exp", At(-299))))),
        Good("begins in 300 s", h => Sign(h, h.Channel(("nbf", At(300))))),
        Good("says not when it begins", h => Sign(h, h.Channel(("nbf", null)))),
        Good("the scheme in small letters", h => Sign(h, h.Channel()).Replace("Bearer", "bearer", StringComparison.Ordinal)),
        Good("with claims that nobody knows", h => Sign(h, h.Channel(("jti", "1"), ("nested", new JsonObject { ["a"] = new JsonArray(1, 2) })))),
    ];

    private static IEnumerable<TokenCase> Entra() =>
    [
        Good("Entra's, version 2", h => Bearer(h.Entra.Sign(h.EntraV2()))) with { TakesEntra = true },
        Good("Entra's, version 1", h => Bearer(h.Entra.Sign(h.EntraV1()))) with { TakesEntra = true },
        Good("Entra's, for a tenant of Microsoft's", h => Bearer(h.Entra.Sign(h.EntraV1(("iss", $"https://sts.windows.net/{TokenHouse.MicrosoftTenant}/"), ("tid", TokenHouse.MicrosoftTenant))))) with { TakesEntra = true },
        Good("Entra's, without a service URL", h => Bearer(h.Entra.Sign(h.EntraV2(("serviceurl", null))))) with { TakesEntra = true },
        Good("the channel service's where Entra's are taken, too", h => Sign(h, h.Channel())) with { TakesEntra = true },
    ];

    private static IEnumerable<TokenCase> Forms() =>
    [
        Bad("none", _ => null, "no token"),
        Bad("an empty one", _ => "", "no token"),
        Bad("a name and a password", _ => "Basic dTpw", "not a bearer token"),
        Bad("the scheme alone", _ => "Bearer", "not a bearer token"),
        Bad("the scheme and nothing", _ => "Bearer ", Malformed),
        Bad("two tokens", h => $"{Sign(h, h.Channel())} {h.Teams.ChannelKey.Sign(h.Channel())}", "not a bearer token"),
        Bad("the token without its scheme", h => Sign(h, h.Channel())[7..], "not a bearer token"),
        Bad("a word", _ => "Bearer hello", Malformed),
        Bad("two parts", h => Sign(h, h.Channel())[..Sign(h, h.Channel()).LastIndexOf('.')], Malformed),
        Bad("four parts", h => $"{Sign(h, h.Channel())}.abc", Malformed),
        Bad("a huge one", h => $"Bearer {new string('a', 4000)}.{new string('b', 4000)}.{new string('c', 4000)}", "too long"),
        Bad("padded base64", h => Sign(h, h.Channel()) + "==", Malformed),
        Bad("the other base64 alphabet", h => "Bearer ab+/.ab+/.ab+/", Malformed),
        Bad("a line end inside", h => Sign(h, h.Channel()).Insert(20, "\n"), Malformed),
        Bad("letters beyond ASCII", h => Sign(h, h.Channel()).Insert(20, "é"), Malformed),
        Bad("a header that is no JSON", h => Parts("{", h.Channel().ToJsonString()), Malformed),
        Bad("claims that are a list", h => Parts(Header(), "[]"), Malformed),
        Bad("a claim said twice", h => Parts(Header(), h.Channel().ToJsonString().Replace("{", "{\"iss\":\"https://api.botframework.com\",", StringComparison.Ordinal)), Malformed),
        Bad("half a character as a name", h => Parts(Header(), """{"\ud800":1,"a":2}"""), Malformed),
        Bad("bytes that are no text", h => $"Bearer {Base64Url.EncodeToString([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])}.e30.AAAA", Malformed),
        Bad("deep nesting", h => Parts(Header(), new string('[', 200)), Malformed),
    ];

    private static IEnumerable<TokenCase> Headers() =>
    [
        Bad("alg none, without a signature", h => $"{Parts(Header("none"), h.Channel().ToJsonString(), "")}", Malformed),
        Bad("alg none, with something for a signature", h => Parts(Header("none"), h.Channel().ToJsonString()), Unsigned),
        Bad("alg None", h => Parts(Header("None"), h.Channel().ToJsonString()), Unsigned),
        Bad("HS256 with the public key as the secret", Hmac, Unsigned),
        Bad("PS256", h => Parts(Header("PS256"), h.Channel().ToJsonString()), Unsigned),
        Bad("ES256", h => Parts(Header("ES256"), h.Channel().ToJsonString()), Unsigned),
        Bad("rs256 in small letters", h => Bearer(h.Teams.ChannelKey.Sign(h.Channel(), "rs256")), Unsigned),
        Bad("no alg", h => Bearer(h.Teams.ChannelKey.Sign(new JsonObject { ["kid"] = h.Teams.ChannelKey.Id }, h.Channel())), Unsigned),
        Bad("an alg that is a number", h => Bearer(h.Teams.ChannelKey.Sign(new JsonObject { ["alg"] = 256, ["kid"] = h.Teams.ChannelKey.Id }, h.Channel())), Unsigned),
        Bad("no kid", h => Bearer(h.Teams.ChannelKey.Sign(new JsonObject { ["alg"] = "RS256" }, h.Channel())), "which key"),
        Bad("something critical", h => Bearer(h.Teams.ChannelKey.Sign(new JsonObject { ["alg"] = "RS256", ["kid"] = h.Teams.ChannelKey.Id, ["crit"] = new JsonArray("exp") }, h.Channel())), "nobody here knows"),
    ];

    private static IEnumerable<TokenCase> Claims() =>
    [
        Bad("another issuer", h => Sign(h, h.Channel(("iss", "https://api.example.com"))), "issuer"),
        Bad("the issuer of another cloud", h => Sign(h, h.Channel(("iss", "https://api.botframework.us"))), "issuer"),
        Bad("the issuer with a slash", h => Sign(h, h.Channel(("iss", "https://api.botframework.com/"))), "issuer"),
        Bad("no issuer", h => Sign(h, h.Channel(("iss", null))), "issuer"),
        Bad("another audience", h => Sign(h, h.Channel(("aud", "00000000-0000-0000-0000-000000000001"))), "somebody else"),
        Bad("several audiences", h => Sign(h, h.Channel(("aud", new JsonArray(h.Teams.Settings.AppId)))), "somebody else"),
        Bad("no audience", h => Sign(h, h.Channel(("aud", null))), "somebody else"),
        Bad("ended 300 s ago", h => Sign(h, h.Channel(("exp", At(-300)))), "expired"),
        Bad("no end", h => Sign(h, h.Channel(("exp", null))), "when it ends"),
        Bad("an end that is a text", h => Sign(h, h.Channel(("exp", "2027"))), "when it ends"),
        Bad("an end beyond all time", h => Sign(h, h.Channel(("exp", long.MaxValue))), "when it ends"),
        Bad("begins in 301 s", h => Sign(h, h.Channel(("nbf", At(301)))), "not valid yet"),
        Bad("a beginning that is a text", h => Sign(h, h.Channel(("nbf", "now"))), "when it begins"),
    ];

    private static IEnumerable<TokenCase> Services() =>
    [
        Bad("no service URL", h => Sign(h, h.Channel(("serviceurl", null))), "no service URL"),
        Bad("a service URL that is a number", h => Sign(h, h.Channel(("serviceurl", 1))), "no service URL"),
        Bad("a foreign service URL", h => Sign(h, h.Channel(("serviceurl", "https://smba.trafficmanager.net/emea/"))), "not that of the activity"),
        Bad("a service URL without its slash", h => Sign(h, h.Channel(("serviceurl", h.Teams.ServiceUrl.AbsoluteUri.TrimEnd('/')))), "not that of the activity"),
        Bad("an activity of another channel", h => Sign(h, h.Channel()), "another channel") with { Origin = h => h.Origin with { ChannelId = "directline" } },
        Bad("an activity of no channel", h => Sign(h, h.Channel()), "another channel") with { Origin = h => h.Origin with { ChannelId = null } },
        Bad("an activity without a service URL", h => Sign(h, h.Channel()), "not that of the activity") with { Origin = _ => new ActivityOrigin(null, "msteams") },
    ];

    private static IEnumerable<TokenCase> EntraClaims() =>
    [
        Bad("Entra's, where none are taken", h => Bearer(h.Entra.Sign(h.EntraV2())), "issuer"),
        OfEntra("of an app that was not named", h => Bearer(h.Entra.Sign(h.EntraV2(("azp", h.Teams.Settings.AppId)))), "EntraCallers"),
        OfEntra("of no app", h => Bearer(h.Entra.Sign(h.EntraV2(("azp", null)))), "EntraCallers"),
        OfEntra("the app in the other version's claim", h => Bearer(h.Entra.Sign(h.EntraV1(("appid", null), ("azp", TokenHouse.Caller)))), "EntraCallers"),
        OfEntra("another tenant than its issuer's", h => Bearer(h.Entra.Sign(h.EntraV2(("tid", TokenHouse.MicrosoftTenant)))), "tenant"),
        OfEntra("no tenant", h => Bearer(h.Entra.Sign(h.EntraV2(("tid", null)))), "tenant"),
        OfEntra("of a tenant that may not", h => Bearer(h.Entra.Sign(h.EntraV2(("iss", "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0"), ("tid", "11111111-1111-1111-1111-111111111111")))), "issuer"),
        OfEntra("the other version than its issuer's", h => Bearer(h.Entra.Sign(h.EntraV2(("ver", "1.0"), ("appid", TokenHouse.Caller)))), "version"),
        OfEntra("no service URL, and a foreign one in the activity", h => Bearer(h.Entra.Sign(h.EntraV2(("serviceurl", null)))), "not one of Teams'") with { Origin = _ => new ActivityOrigin("https://evil.example/", "msteams") },
        OfEntra("another service URL than the activity's", h => Bearer(h.Entra.Sign(h.EntraV2(("serviceurl", "https://smba.trafficmanager.net/")))), "not that of the activity"),
    ];

    private static IEnumerable<TokenCase> Signatures() =>
    [
        Forged("a key that nobody has", h => Bearer(h.Teams.ChannelKey.Sign(new JsonObject { ["alg"] = "RS256", ["kid"] = "unheard-of" }, h.Channel())), "no such key"),
        Forged("a stranger's key under a known name", h => Bearer(h.Strangers.Sign(h.Channel())), "signature"),
        Forged("the channel service's token with Entra's key", h => Bearer(h.Entra.Sign(h.Channel())), "no such key"),
        Forged("Entra's token with the channel service's key", h => Bearer(h.Teams.ChannelKey.Sign(h.EntraV2())), "no such key") with { TakesEntra = true },
        Forged("a claim changed after signing", h => Swapped(h.Teams.ChannelKey.Sign(h.Channel(("exp", At(60)))), h.Channel()), "signature"),
        Forged("the signature cut short", h => Sign(h, h.Channel())[..^2], "signature"),
        Forged("the signature of another hash", h => Rehashed(h), "signature"),
        Forged("a key without endorsements", h => Bearer(h.Unendorsed.Sign(h.Channel())), "that channel"),
        Forged("a key for other channels", h => Bearer(h.ForSkype.Sign(h.Channel())), "that channel"),
        Forged("a key that is too short", h => Bearer(h.Short.Sign(h.Channel())), "no such key"),
        Forged("a key of another tenant", h => Bearer(h.OtherTenants.Sign(h.EntraV2())), "another tenant") with { TakesEntra = true },
    ];

    private static TokenCase Good(string name, Func<TokenHouse, string?> make) => new(name, make) { MayFetch = true };

    private static TokenCase Bad(string name, Func<TokenHouse, string?> make, string why) => new(name, make, why);

    private static TokenCase OfEntra(string name, Func<TokenHouse, string?> make, string why) => new($"Entra's, {name}", make, why) { TakesEntra = true };

    private static TokenCase Forged(string name, Func<TokenHouse, string?> make, string why) => new(name, make, why) { MayFetch = true };

    private static string Bearer(string token) => $"Bearer {token}";

    private static string Sign(TokenHouse house, JsonObject claims) => Bearer(house.Teams.ChannelKey.Sign(claims));

    private static long At(int seconds) => TokenHouse.Now.AddSeconds(seconds).ToUnixTimeSeconds();

    private static string Header(string algorithm = "RS256") => new JsonObject { ["alg"] = algorithm, ["kid"] = "channel-1" }.ToJsonString();

    private static string Parts(string header, string claims, string signature = "AAAA") => $"Bearer {Part(header)}.{Part(claims)}.{signature}";

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Hmac(TokenHouse house)
    {
        var signed = $"{Part(Header("HS256"))}.{Part(house.Channel().ToJsonString())}";
        return $"Bearer {signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(house.Teams.ChannelKey.PublicPem()), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Swapped(string token, JsonObject claims)
    {
        var parts = token.Split('.');
        return $"Bearer {parts[0]}.{Part(claims.ToJsonString())}.{parts[2]}";
    }

    // Signed with SHA-256, said to be SHA-512.
    private static string Rehashed(TokenHouse house)
    {
        var parts = house.Teams.ChannelKey.Sign(new JsonObject { ["alg"] = "RS256", ["kid"] = house.Teams.ChannelKey.Id }, house.Channel()).Split('.');
        return $"Bearer {Part(Header("RS512"))}.{parts[1]}.{parts[2]}";
    }
}
