using Baton.Teams.Tests.Hosting;

namespace Baton.Teams.Tests.Events;

public sealed class StrangerTests
{
    [Theory]
    [InlineData("9b1f5f0e-6a7b-4c0b-8a57-2f6f5f0f0b03")]
    [InlineData(null)]
    public async Task Whose_tenant_is_another_or_is_told_by_nobody_does_not_act(string? tenant)
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        var message = office.Teams.Activity("message", office.Robin, office.Sales, card.Id);
        message["value"] = new System.Text.Json.Nodes.JsonObject { ["handoff"] = TeamsOffice.HandoffOf(card), ["verb"] = "accept" };
        message["replyToId"] = card.Id;
        message["conversation"]!["tenantId"] = tenant;
        message["channelData"]!["tenant"] = tenant is null ? null : new System.Text.Json.Nodes.JsonObject { ["id"] = tenant };

        var answer = await office.Teams.BringAsync(message);

        Assert.True(answer.Ok);
        Assert.Equal("Offered", await office.StateOfAsync(card));
    }
}
