using System.Text.Json;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Slack.Tests.Hosting;

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

        house.Slack.KillTokens(null);

        await Eventually.HoldsAsync("nothing is left to be sent", async () => (await house.StandsAsync(handoff)).GetProperty("undelivered").GetArrayLength() == 0);
        Assert.Single(house.Slack.Messages(house.Sales), m => m.Elements.Any(e => e.Value?.Contains(handoff, StringComparison.Ordinal) == true));
        Assert.Empty(house.Places.Heard);
    }
}
