using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Teams.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Teams.Tests.Events;

public sealed class InstallationTests
{
    // What was on its way when the team was back is looked for a minute later.
    private static readonly TimeSpan SecondLook = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Who_installs_Baton_is_greeted_once_with_what_waits()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.OfferAsync();
        var chat = office.Teams.OpenChat(office.Ren);

        await office.Teams.InstallAsync(chat, office.Ren);
        await Eventually.HoldsAsync("Ren is greeted", () => office.Teams.Seen(chat).Count == 2);

        Assert.Contains("蓮", office.Teams.Seen(chat)[0].CardText, StringComparison.Ordinal);
        Assert.Contains("西日本建材株式会社", office.Teams.Seen(chat)[1].CardText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_waits_while_the_team_is_without_Baton_and_is_posted_when_it_is_back()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.Teams.UninstallAsync(office.Sales, office.Kim);
        var handoff = await office.SendLeadAsync();

        await office.Teams.InstallAsync(office.Sales, office.Kim);

        await Eventually.HoldsAsync("the card is up", () => office.Teams.Seen(office.Sales).Any(m => m.CardText.Contains(handoff, StringComparison.Ordinal)), SecondLook);
    }

    [Fact]
    public async Task A_deleted_channel_is_told_to_managers_once_and_other_channels_to_nobody()
    {
        await using var office = await TeamsOffice.StartAsync(new() { ["People:2:Calendar"] = "always" });
        var chat = office.Teams.OpenChat(office.Kim);
        var deleted = office.Teams.Activity("conversationUpdate", office.Kim, office.Sales);
        deleted["channelData"]!["eventType"] = "channelDeleted";
        deleted["channelData"]!["channel"] = new JsonObject { ["id"] = office.Marketing, ["name"] = "marketing" };
        await office.Teams.BringAsync(deleted);
        await Eventually.HoldsAsync("Kim is told", () => office.Teams.Seen(chat).Count == 1);

        var other = office.Teams.Activity("conversationUpdate", office.Kim, office.Sales);
        other["channelData"]!["eventType"] = "channelDeleted";
        other["channelData"]!["channel"] = new JsonObject { ["id"] = "19:other@thread.tacv2" };
        await office.Teams.BringAsync(other);

        Assert.Single(office.Teams.Seen(chat));
    }

    [Fact]
    public async Task Somebody_who_never_wrote_is_found_among_the_members_and_reached_alone()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        var platform = office.Services.GetServices<IChatPlatform>().Single(p => p.Name == "teams");

        var place = await platform.DirectPlaceAsync(EmailAddress.Parse(office.Ren.Email), default);
        var nobody = await platform.DirectPlaceAsync(EmailAddress.Parse("nobody@sales.example"), default);

        Assert.Equal(chat, place?.Id);
        Assert.Null(nobody);
    }
}
