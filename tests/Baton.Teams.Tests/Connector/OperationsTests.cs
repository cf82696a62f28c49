using System.Text.Json.Nodes;
using Baton.Teams.Connector;
using Baton.Teams.StandIn.Faults;

namespace Baton.Teams.Tests.Connector;

/// <summary>Each operation, against a connector that refuses what Teams refuses.</summary>
public sealed class OperationsTests : IAsyncLifetime
{
    private ConnectorHouse house = null!;

    public async Task InitializeAsync() => house = await ConnectorHouse.OpenAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_post_in_a_channel_answers_its_id()
    {
        var id = Done(await house.SendAsync(house.Team, "hello"));

        Assert.Equal("hello", house.Teams.Find(house.Team, id)!.Text);
        Assert.Equal(id, house.Teams.Find(house.Team, id)!.RootId);
    }

    [Fact]
    public async Task A_post_into_a_thread_is_in_that_thread()
    {
        var root = Done(await house.SendAsync(house.Team, "root"));
        var id = Done(await house.SendAsync($"{house.Team};messageid={root}", "reply"));

        Assert.Equal(root, house.Teams.Find(house.Team, id)!.RootId);
    }

    [Fact]
    public async Task An_answer_to_a_message_is_in_its_thread()
    {
        var root = Done(await house.SendAsync(house.Team, "root"));
        var id = Done(await house.Connector.ReplyAsync(house.Service, house.Team, root, ConnectorHouse.Message("answer"), CancellationToken.None));

        Assert.Equal(root, house.Teams.Find(house.Team, id)!.RootId);
    }

    [Fact]
    public async Task A_message_is_replaced_in_place_and_taken_away()
    {
        var id = Done(await house.SendAsync(house.Team, "old"));

        Assert.Equal(id, Done(await house.Connector.UpdateAsync(house.Service, house.Team, id, ConnectorHouse.Message("new"), CancellationToken.None)));
        Assert.Equal("new", house.Teams.Find(house.Team, id)!.Text);
        Assert.IsType<ConnectorReply<None>.Done>(await house.Connector.DeleteAsync(house.Service, house.Team, id, CancellationToken.None));
        Assert.Null(house.Teams.Find(house.Team, id));
    }

    [Fact]
    public async Task A_targeted_message_is_seen_by_its_recipient_alone()
    {
        var bob = house.Teams.AddPerson("Bob", "bob@example.com");
        var group = house.Teams.AddGroup(house.Ann, bob);
        var message = ConnectorHouse.Message("for you");
        message["recipient"] = new JsonObject { ["id"] = house.Ann.Id };

        Done(await house.Connector.SendTargetedAsync(house.Service, group, message, CancellationToken.None));

        Assert.Single(house.Teams.Seen(group, house.Ann));
        Assert.Empty(house.Teams.Seen(group, bob));
        Assert.EndsWith("?isTargetedActivity=true", house.Teams.Calls[^1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_with_a_person_is_always_the_same()
    {
        var parameters = new JsonObject { ["isGroup"] = false, ["tenantId"] = house.Teams.Settings.TenantId, ["members"] = new JsonArray(new JsonObject { ["id"] = house.Ann.Id }) };

        Assert.Equal(new NewConversation(house.Chat, null), Done(await house.Connector.CreateConversationAsync(house.Service, parameters, CancellationToken.None)));
    }

    [Fact]
    public async Task A_new_thread_in_a_channel_says_which_message_began_it()
    {
        var parameters = new JsonObject
        {
            ["isGroup"] = true,
            ["tenantId"] = house.Teams.Settings.TenantId,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = house.Team } },
            ["activity"] = ConnectorHouse.Message("first"),
        };

        var thread = Done(await house.Connector.CreateConversationAsync(house.Service, parameters, CancellationToken.None));

        Assert.Equal($"{house.Team};messageid={thread.ActivityId}", thread.Id);
        Assert.Equal("first", house.Teams.Find(house.Team, thread.ActivityId!)!.Text);
    }

    [Fact]
    public async Task Members_come_in_pages()
    {
        var people = Enumerable.Range(0, ConnectorCalls.PageSize + 1).Select(i => house.Teams.AddPerson($"P{i}", $"p{i}@example.com")).ToArray();
        var group = house.Teams.AddGroup(people);

        var first = Done(await house.Connector.MembersAsync(house.Service, group, null, CancellationToken.None));
        var second = Done(await house.Connector.MembersAsync(house.Service, group, first.Continuation, CancellationToken.None));

        Assert.Equal(people.Select(it => it.Email), first.Members.Concat(second.Members).Select(it => it.Email!));
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task A_member_is_found_by_the_id_that_the_bot_knows_and_by_that_of_Entra()
    {
        var byId = Done(await house.Connector.MemberAsync(house.Service, house.Team, house.Ann.Id, CancellationToken.None));
        var byObject = Done(await house.Connector.MemberAsync(house.Service, house.Team, house.Ann.ObjectId, CancellationToken.None));

        Assert.Equal(byId, byObject);
        Assert.Equal((house.Ann.Id, house.Ann.ObjectId, house.Ann.Name, house.Ann.Email), (byId.Id, byId.ObjectId, byId.Name, byId.Email));
    }

    [Fact]
    public async Task A_team_has_its_general_channel_without_a_name_first()
    {
        var other = house.Teams.AddChannel(house.Team, "Leads");

        Assert.Equal([new TeamsChannel(house.Team, null), new TeamsChannel(other, "Leads")], Done(await house.Connector.ChannelsAsync(house.Service, house.Team, CancellationToken.None)));
    }

    [Fact]
    public async Task Ids_are_escaped_on_their_way()
    {
        var root = Done(await house.SendAsync(house.Team, "root"));
        Done(await house.SendAsync($"{house.Team};messageid={root}", "reply"));

        Assert.Contains($"19%3A{house.Team[3..^13]}%40thread.tacv2%3Bmessageid%3D{root}/activities", house.Teams.Calls[^1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_word_is_an_answer()
    {
        house.Teams.Faults.Next("send", new ConnectorFault.Wordless());

        Assert.Equal("", Done(await house.SendAsync(house.Team, "hello")));
    }

    private static T Done<T>(ConnectorReply<T> reply) => Assert.IsType<ConnectorReply<T>.Done>(reply).Value;
}
