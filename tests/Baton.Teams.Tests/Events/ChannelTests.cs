using System.Text.Json.Nodes;
using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;
using Baton.Teams.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Teams.Tests.Events;

/// <summary>Private and shared channels, which Baton and teams come to and leave one by one.</summary>
public sealed class ChannelTests
{
    private const string Partner = "19:partner@thread.tacv2";
    private const string Owner = "19:owner@thread.tacv2";

    [Fact]
    public async Task Unsharing_a_channel_with_another_team_leaves_it_to_its_own()
    {
        await using var office = await TeamsOffice.StartAsync();

        await office.Teams.BringAsync(Changed(office, "channelUnshared", office.Sales, "unsharedFromTeams", Partner));

        Assert.False(await IsLostAsync(office, office.Sales));
        await office.OfferAsync();
    }

    [Fact]
    public async Task A_channel_of_another_team_is_lost_when_it_is_no_longer_shared_with_the_one_that_Baton_is_in()
    {
        await using var office = await TeamsOffice.StartAsync(new() { ["Routing:Pools:0:Fallback"] = $"teams:{Partner}" });

        await office.Teams.BringAsync(Owned(Changed(office, "channelShared", Partner, "sharedWithTeams", office.Sales)));
        await office.Teams.BringAsync(Owned(Changed(office, "channelRenamed", Partner)));
        await office.Teams.BringAsync(Owned(Changed(office, "channelUnshared", Partner, "unsharedFromTeams", "19:another@thread.tacv2")));
        var before = await IsLostAsync(office, Partner);
        await office.Teams.BringAsync(Owned(Changed(office, "channelUnshared", Partner, "unsharedFromTeams", office.Sales)));

        Assert.Equal((false, true), (before, await IsLostAsync(office, Partner)));
    }

    [Fact]
    public async Task A_message_in_a_shared_channel_does_not_change_through_which_team_Baton_is_there()
    {
        await using var office = await TeamsOffice.StartAsync();
        var said = Owned(office.Teams.Activity("message", office.Mio, office.Marketing));
        said["text"] = "Good morning.";
        await office.Teams.BringAsync(said);

        await office.Teams.BringAsync(Owned(Changed(office, "channelUnshared", office.Marketing, "unsharedFromTeams", office.Sales)));

        Assert.True(await IsLostAsync(office, office.Marketing));
    }

    [Fact]
    public async Task Removal_from_one_channel_leaves_the_other_channels_of_the_team()
    {
        await using var office = await TeamsOffice.StartAsync();

        await office.Teams.BringAsync(Members(office, "membersRemoved", "channelMemberRemoved", office.Marketing));

        Assert.Equal((true, false), (await IsLostAsync(office, office.Marketing), await IsLostAsync(office, office.Sales)));
        await office.OfferAsync();
    }

    [Theory]
    [InlineData("teamMemberRemoved")]
    [InlineData(null)]
    public async Task Removal_from_the_team_takes_all_its_channels(string? happened)
    {
        await using var office = await TeamsOffice.StartAsync();

        await office.Teams.BringAsync(Members(office, "membersRemoved", happened, office.Sales));

        Assert.Equal((true, true), (await IsLostAsync(office, office.Marketing), await IsLostAsync(office, office.Sales)));
    }

    [Fact]
    public async Task Coming_to_one_channel_brings_back_no_other()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.Teams.BringAsync(Members(office, "membersRemoved", "teamMemberRemoved", office.Sales));

        await office.Teams.BringAsync(Members(office, "membersAdded", "channelMemberAdded", office.Marketing));

        Assert.Equal((false, true), (await IsLostAsync(office, office.Marketing), await IsLostAsync(office, office.Sales)));
    }

    [Fact]
    public async Task A_colleague_who_leaves_a_channel_takes_nothing_along()
    {
        await using var office = await TeamsOffice.StartAsync();
        var left = Members(office, "membersRemoved", "channelMemberRemoved", office.Marketing);
        left["membersRemoved"]![0]!["id"] = office.Robin.Id;

        await office.Teams.BringAsync(left);

        Assert.False(await IsLostAsync(office, office.Marketing));
    }

    private static JsonObject Changed(TeamsOffice office, string happened, string channel, string? list = null, string? team = null)
    {
        var changed = office.Teams.Activity("conversationUpdate", office.Kim, office.Sales);
        changed["channelData"]!["eventType"] = happened;
        changed["channelData"]!["channel"] = new JsonObject { ["id"] = channel, ["name"] = "shared" };
        if (list is not null)
        {
            changed["channelData"]![list] = new JsonArray(new JsonObject { ["id"] = team, ["name"] = "Team" });
        }

        return changed;
    }

    // Of a shared channel Teams names the team that owns it.
    private static JsonObject Owned(JsonObject activity)
    {
        activity["channelData"]!["team"] = new JsonObject { ["id"] = Owner, ["name"] = "Owner" };
        return activity;
    }

    private static JsonObject Members(TeamsOffice office, string list, string? happened, string channel)
    {
        var changed = office.Teams.Activity("conversationUpdate", office.Kim, channel);
        changed[list] = new JsonArray(new JsonObject { ["id"] = office.Teams.Settings.BotId });
        if (happened is not null)
        {
            changed["channelData"]!["eventType"] = happened;
        }

        return changed;
    }

    private static Task<bool> IsLostAsync(TeamsOffice office, string channel) =>
        office.Services.GetRequiredService<PlaceHealth>().IsLostAsync(new Place(TeamsPlatform.PlatformName, channel), default);
}
