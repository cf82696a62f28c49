using System.Net.Http.Json;
using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Leads;
using Baton.Teams.StandIn;
using Baton.Teams.StandIn.Faults;
using Baton.Teams.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Teams.Tests.Connector.Credentials;

/// <summary>While Entra gives no token, or Teams does not take it, nothing is posted, and everything later, without anybody's command.</summary>
public sealed class RefusedCredentialTests
{
    private const string Expired = "AADSTS7000222";

    // Too short to be kept: Entra is asked each time.
    private static readonly StrictTeamsSettings Unkept = new() { TokenLife = TimeSpan.FromMinutes(5) };
    private static readonly Pulse Hasty = new() { Unauthorized = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task A_lead_that_comes_while_Entra_gives_no_token_has_its_card_once_when_it_does()
    {
        await using var office = await TeamsOffice.StartAsync(settings: Unkept, pulse: Hasty);
        office.Teams.Tokens.Refusal = Expired;
        var handoff = await office.SendLeadAsync();
        await WaitsAsync(office, handoff, Expired);
        Assert.DoesNotContain(office.Teams.Seen(office.Sales), m => m.CardText.Contains(handoff, StringComparison.Ordinal));

        office.Teams.Tokens.Refusal = null;

        await IsUpOnceAsync(office, handoff);
    }

    [Fact]
    public async Task A_lead_that_comes_while_Teams_does_not_take_the_token_has_its_card_once_when_it_does()
    {
        await using var office = await TeamsOffice.StartAsync(pulse: Hasty);
        office.Teams.Faults.Next("create", new ConnectorFault.Status(401, """{"error":{"code":"Unauthorized","message":"no"}}"""), times: 1000);
        var handoff = await office.SendLeadAsync();
        await WaitsAsync(office, handoff, "Unauthorized");

        office.Teams.Faults.Heal();

        await IsUpOnceAsync(office, handoff);
    }

    [Fact]
    public async Task Somebody_who_is_looked_for_meanwhile_is_not_taken_for_unknown()
    {
        await using var office = await TeamsOffice.StartAsync(settings: Unkept);
        office.Teams.Tokens.Refusal = Expired;
        var teams = office.Services.GetServices<IChatPlatform>().Single(p => p.Name == TeamsPlatform.PlatformName);
        var ren = EmailAddress.Parse(office.Ren.Email);
        Assert.True((await Assert.ThrowsAsync<TeamsUnavailableException>(() => teams.DirectPlaceAsync(ren, default))).IsUnauthorized);

        office.Teams.Tokens.Refusal = null;

        // Whether Baton may write to somebody who has not added it is Teams' to say; that somebody is there is asked anew.
        var before = office.Teams.Calls.Count;
        await teams.DirectPlaceAsync(ren, default);
        Assert.True(office.Teams.Calls.Count > before);
    }

    private static Task WaitsAsync(TeamsOffice office, string handoff, string code) => Eventually.HoldsAsync("the card waits and says why", async () =>
        (await UndeliveredAsync(office, handoff)).Any(e => e.GetProperty("error").GetString()!.Contains(code, StringComparison.Ordinal) && !e.GetProperty("givenUp").GetBoolean()));

    private static async Task IsUpOnceAsync(TeamsOffice office, string handoff)
    {
        await Eventually.HoldsAsync("nothing is left to be sent", async () => (await UndeliveredAsync(office, handoff)).Count == 0);
        Assert.Single(office.Teams.Seen(office.Sales), m => m.CardText.Contains(handoff, StringComparison.Ordinal));
        Assert.Empty((await office.Client.GetFromJsonAsync<JsonElement>(new Uri("/api/dead-letters", UriKind.Relative))).GetProperty("deadLetters").EnumerateArray());
    }

    private static async Task<IReadOnlyList<JsonElement>> UndeliveredAsync(TeamsOffice office, string handoff) =>
        [.. (await office.Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{handoff}", UriKind.Relative))).GetProperty("undelivered").EnumerateArray()];
}
