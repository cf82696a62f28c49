using System.Text.Json.Nodes;
using Baton.Handoffs.Tests.Doubles;
using Baton.Teams.Connector;
using Baton.Teams.StandIn.Faults;

namespace Baton.Teams.Tests.Connector;

/// <summary>What goes wrong between us and Teams, and what is made of it.</summary>
public sealed class FailuresTests : IAsyncLifetime
{
    private ConnectorHouse house = null!;

    public async Task InitializeAsync() => house = await ConnectorHouse.OpenAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [InlineData(412)]
    [InlineData(503)]
    public async Task What_was_certainly_not_posted_is_tried_again(int status)
    {
        house.Teams.Faults.Next("send", new ConnectorFault.Status(status), times: ConnectorCaller.MostTries - 1);

        Assert.IsType<ConnectorReply<string>.Done>(await house.SendAsync(house.Team, "hello"));
        Assert.Single(house.Teams.Seen(house.Team));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(503)]
    public async Task After_three_tries_it_was_not_sent(int status)
    {
        house.Teams.Faults.Next("send", new ConnectorFault.Status(status), times: 10);

        Assert.IsType<ConnectorReply<string>.NotSent>(await house.SendAsync(house.Team, "hello"));
        Assert.Equal(ConnectorCaller.MostTries, house.Teams.Calls.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_post_that_may_have_happened_is_uncertain_and_not_made_twice(int status)
    {
        house.Teams.Faults.Next("send", new ConnectorFault.StatusAfterEffect(status));

        Assert.IsType<ConnectorReply<string>.Uncertain>(await house.SendAsync(house.Team, "hello"));
        Assert.Single(house.Teams.Seen(house.Team));
        Assert.Single(house.Teams.Calls);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task An_update_that_may_have_happened_is_made_again(int status)
    {
        var id = Assert.IsType<ConnectorReply<string>.Done>(await house.SendAsync(house.Team, "old")).Value;
        house.Teams.Faults.Next("update", new ConnectorFault.StatusAfterEffect(status));

        Assert.IsType<ConnectorReply<string>.Done>(await house.Connector.UpdateAsync(house.Service, house.Team, id, ConnectorHouse.Message("new"), CancellationToken.None));
        Assert.Equal(2, house.Teams.Find(house.Team, id)!.Changes);
    }

    [Fact]
    public async Task Opening_a_chat_with_a_person_is_repeated_and_a_thread_is_not()
    {
        var chat = new JsonObject { ["isGroup"] = false, ["tenantId"] = house.Teams.Settings.TenantId, ["members"] = new JsonArray(new JsonObject { ["id"] = house.Ann.Id }) };
        var thread = new JsonObject
        {
            ["isGroup"] = true,
            ["tenantId"] = house.Teams.Settings.TenantId,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = house.Team } },
            ["activity"] = ConnectorHouse.Message("first"),
        };
        house.Teams.Faults.Next("create", new ConnectorFault.StatusAfterEffect(502), times: 1);
        Assert.IsType<ConnectorReply<NewConversation>.Done>(await house.Connector.CreateConversationAsync(house.Service, chat, CancellationToken.None));

        house.Teams.Faults.Next("create", new ConnectorFault.StatusAfterEffect(502), times: 1);
        Assert.IsType<ConnectorReply<NewConversation>.Uncertain>(await house.Connector.CreateConversationAsync(house.Service, thread, CancellationToken.None));
        Assert.Single(house.Teams.Seen(house.Team));
    }

    [Fact]
    public async Task A_connection_that_ends_after_the_post_leaves_it_uncertain()
    {
        house.Teams.Faults.Next("send", new ConnectorFault.ResetAfter());

        Assert.IsType<ConnectorReply<string>.Uncertain>(await house.SendAsync(house.Team, "hello"));
        Assert.Single(house.Teams.Seen(house.Team));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        await house.SendAsync(house.Team, "gets the token");
        var service = house.Service;
        await house.Teams.DisposeAsync();

        Assert.IsType<ConnectorReply<string>.NotSent>(await house.Connector.SendAsync(service, house.Team, ConnectorHouse.Message("hello"), CancellationToken.None));
    }

    [Fact]
    public async Task A_short_wait_is_waited_for()
    {
        house.Teams.Faults.Next("send", new ConnectorFault.Throttled(1));

        Assert.IsType<ConnectorReply<string>.Done>(await house.SendAsync(house.Team, "hello"));
    }

    [Fact]
    public async Task A_long_wait_is_told_and_kept()
    {
        house.Teams.Faults.Next("send", new ConnectorFault.Throttled(120));

        Assert.Equal(TimeSpan.FromSeconds(120), Assert.IsType<ConnectorReply<string>.Throttled>(await house.SendAsync(house.Team, "hello")).Wait);
        Assert.IsType<ConnectorReply<string>.Throttled>(await house.SendAsync(house.Team, "again"));
        Assert.Single(house.Teams.Calls);
    }

    [Fact]
    public async Task Without_a_word_of_how_long_it_is_tried_with_growing_waits_and_then_left_for_half_a_minute()
    {
        house.Teams.Faults.Next("send", new ConnectorFault.Throttled(null), times: 10);

        Assert.Equal(ConnectorReplyReader.DefaultWait, Assert.IsType<ConnectorReply<string>.Throttled>(await house.SendAsync(house.Team, "hello")).Wait);
        Assert.Equal(ConnectorCaller.MostTries, house.Teams.Calls.Count);
    }

    [Fact]
    public async Task A_cancelled_call_throws_and_says_nothing_else()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Connector.SendAsync(house.Service, house.Team, ConnectorHouse.Message("hello"), gone.Token));
    }

    [Fact]
    public async Task A_connector_that_never_answers_leaves_the_post_uncertain_after_the_limit()
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        await using var hasty = await ConnectorHouse.OpenAsync(clock);
        hasty.Teams.Faults.Next("send", new ConnectorFault.SilentAfter(), times: 10);

        var sending = hasty.SendAsync(hasty.Team, "hello");
        await Eventually.HoldsAsync("it is posted", () => hasty.Teams.Seen(hasty.Team).Count == 1);
        clock.Advance(ConnectorHouse.Limit);

        Assert.IsType<ConnectorReply<string>.Uncertain>(await sending);
        Assert.Single(hasty.Teams.Seen(hasty.Team));
    }
}
