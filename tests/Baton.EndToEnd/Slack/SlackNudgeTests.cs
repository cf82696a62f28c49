using System.Text.Json.Nodes;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Slack;

/// <summary>Reminders reach the one whom they are for.</summary>
public sealed class SlackNudgeTests : IAsyncLifetime
{
    private readonly HastyCompany company = new();

    public Task InitializeAsync() => company.InitializeAsync();

    public Task DisposeAsync() => company.DisposeAsync();

    [Fact]
    public async Task Who_owns_a_lead_and_does_nothing_is_reminded_in_a_direct_message()
    {
        var card = await company.OfferAsync("Bora");
        await company.Slack.PressAsync(company.Aoi, card, "accept");

        await Until.HoldsAsync(
            "a reminder",
            () => Task.FromResult(company.Slack.DirectMessages(company.Aoi).Any(m => m.Words.Contains("Bora", StringComparison.Ordinal))),
            seen: () => company.Baton.Written);

        Assert.Empty(company.Slack.DirectMessages(company.Ren));
    }

    private sealed class HastyCompany() : SlackCompany(sockets: false)
    {
        protected override void Settle(JsonObject settings) => settings["Sla"] = JsonNode.Parse("""
            { "Accept": { "Target": "01:00:00", "Calendar": "always" }, "Contact": { "Target": "00:00:10", "Calendar": "always" }, "Outcome": { "Target": "01:00:00", "Calendar": "always" } }
            """);
    }
}
