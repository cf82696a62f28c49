using System.Text.Json.Nodes;
using Baton.Teams.StandIn;
using Baton.Teams.StandIn.Identity;
using Baton.Teams.Tests.Wire;
using Baton.Teams.Tokens;

namespace Baton.Teams.Tests.Tokens;

/// <summary>Issuers with real keys, over real HTTP, for all cases of the table.</summary>
public sealed class TokenHouse : IAsyncLifetime
{
    internal const string Caller = "7c1f0f6e-2d0c-4e58-9b3a-0f3d8b1d7a11";
    internal const string MicrosoftTenant = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    internal static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    internal StrictTeams Teams { get; private set; } = null!;

    internal string Tenant => Teams.Settings.TenantId;

    internal SigningPair Entra { get; } = new("entra-1") { Issuer = "https://login.microsoftonline.com/{tenantid}/v2.0" };

    internal SigningPair OtherTenants { get; } = new("entra-2") { Issuer = "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0" };

    internal SigningPair Unendorsed { get; } = new("channel-plain");

    internal SigningPair ForSkype { get; } = new("channel-skype") { Endorsements = ["skypeforbusiness", "MSTEAMS"] };

    internal SigningPair Short { get; } = new("channel-short", bits: 1024) { Endorsements = ["msteams"] };

    internal SigningPair Strangers { get; } = new("channel-1") { Endorsements = ["msteams"] };

    internal ActivityOrigin Origin => new(Teams.ServiceUrl.AbsoluteUri, "msteams");

    public async Task InitializeAsync()
    {
        Teams = await StrictTeams.StartAsync();
        Teams.ChannelKeys.Publish(Teams.ChannelKey, Unendorsed, ForSkype, Short);
        Teams.EntraKeys.Publish(Entra, OtherTenants);
    }

    public async Task DisposeAsync()
    {
        await Teams.DisposeAsync();
        foreach (var pair in new[] { Entra, OtherTenants, Unendorsed, ForSkype, Short, Strangers })
        {
            pair.Dispose();
        }
    }

    /// <summary>Claims of the channel service, with some replaced; null takes one away.</summary>
    internal JsonObject Channel(params (string Name, JsonNode? Value)[] changes) => With(new JsonObject
    {
        ["serviceurl"] = Teams.ServiceUrl.AbsoluteUri,
        ["nbf"] = Now.ToUnixTimeSeconds(),
        ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        ["iss"] = Teams.Settings.ChannelIssuer,
        ["aud"] = Teams.Settings.AppId,
    }, changes);

    /// <summary>Claims of Entra's, version 2.</summary>
    internal JsonObject EntraV2(params (string Name, JsonNode? Value)[] changes) => With(Channel(
        ("iss", $"https://login.microsoftonline.com/{Tenant}/v2.0"), ("tid", Tenant), ("ver", "2.0"), ("azp", Caller)), changes);

    /// <summary>Claims of Entra's, version 1.</summary>
    internal JsonObject EntraV1(params (string Name, JsonNode? Value)[] changes) => With(Channel(
        ("iss", $"https://sts.windows.net/{Tenant}/"), ("tid", Tenant), ("ver", "1.0"), ("appid", Caller)), changes);

    /// <summary>What becomes of a case, and how often keys or metadata were asked for.</summary>
    internal async Task<(TokenVerdict Verdict, int Fetches, IReadOnlyCollection<string> Log)> JudgeAsync(TokenCase it)
    {
        await using var parts = TeamsParts.Of(Teams, options =>
        {
            if (it.TakesEntra)
            {
                options.EntraCallers.Add(Caller);
            }
        });
        var before = Fetches();
        var verdict = await parts.Tokens.VerifyAsync(it.Authorization(this), it.Origin?.Invoke(this) ?? Origin, Now, CancellationToken.None);
        return (verdict, Fetches() - before, parts.Logs.All);
    }

    private int Fetches() => Teams.ChannelKeys.MetadataAsked + Teams.ChannelKeys.KeysAsked + Teams.EntraKeys.MetadataAsked + Teams.EntraKeys.KeysAsked;

    private static JsonObject With(JsonObject claims, (string Name, JsonNode? Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                claims.Remove(name);
            }
            else
            {
                claims[name] = value;
            }
        }

        return claims;
    }
}
