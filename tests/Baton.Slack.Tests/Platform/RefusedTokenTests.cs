using System.Text.Json;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Slack.Events;
using Baton.Slack.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Baton.Slack.Tests.Platform;

/// <summary>While Slack does not take Baton's token nothing is posted, and everything later, without anybody's command.</summary>
public sealed class RefusedTokenTests
{
    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("token_expired")]
    public async Task A_lead_that_comes_meanwhile_has_its_card_once_when_the_token_works(string code)
    {
        await using var house = await SlackHouse.StartAsync(pulse: new Pulse { Unauthorized = TimeSpan.FromSeconds(1) });
        house.Slack.KillTokens(code);
        var handoff = await house.SendLeadAsync();
        await Eventually.HoldsAsync("the card is refused, and tried again", () => house.Slack.Calls.Count(c => c.Method == "chat.postMessage" && c.Outcome == code) >= 3);
        var waits = (await house.StandsAsync(handoff)).GetProperty("undelivered").EnumerateArray().Single(e => e.GetProperty("type").GetString() == "showCard");
        Assert.Contains(code, waits.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.False(waits.GetProperty("givenUp").GetBoolean());
        Assert.Contains($"Slack does not take Baton's token, and nothing can be posted there ({code}).", await ReadyAsync(house), StringComparison.Ordinal);

        house.Slack.KillTokens(null);

        await Eventually.HoldsAsync("nothing is left to be sent", async () => (await house.StandsAsync(handoff)).GetProperty("undelivered").GetArrayLength() == 0);
        Assert.Single(house.Slack.Messages(house.Sales), m => m.Elements.Any(e => e.Value?.Contains(handoff, StringComparison.Ordinal) == true));
        Assert.Empty(house.Places.Heard);
        await Eventually.HoldsAsync("readiness is well", async () => (await ReadyAsync(house)).StartsWith("""{"status":"ready",""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_told_before_anything_waits()
    {
        await using var house = await SlackHouse.StartAsync();
        await Eventually.HoldsAsync("readiness is well", async () => (await ReadyAsync(house)).StartsWith("""{"status":"ready",""", StringComparison.Ordinal));
        var watch = house.Services.GetServices<IHostedService>().OfType<TokenWatch>().Single();
        house.Slack.KillTokens();

        await watch.LookAsync(default);

        await Eventually.HoldsAsync("readiness says why", async () => (await ReadyAsync(house)).Contains("(token_revoked)", StringComparison.Ordinal));
        Assert.StartsWith("""{"status":"degraded",""", await ReadyAsync(house), StringComparison.Ordinal);
        house.Slack.KillTokens(null);
        await watch.LookAsync(default);
        await Eventually.HoldsAsync("readiness is well again", async () => (await ReadyAsync(house)).StartsWith("""{"status":"ready",""", StringComparison.Ordinal));
    }

    private static async Task<string> ReadyAsync(SlackHouse house)
    {
        using var response = await house.Client.GetAsync(new Uri("/readyz", UriKind.Relative));
        return await response.Content.ReadAsStringAsync();
    }
}
