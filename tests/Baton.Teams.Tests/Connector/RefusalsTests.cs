using System.Text.Json.Nodes;
using Baton.Teams.Connector;
using Baton.Teams.StandIn;
using Baton.Teams.StandIn.Faults;
using Baton.Teams.Watching;

namespace Baton.Teams.Tests.Connector;

/// <summary>What Teams refuses, and whom Baton refuses to call.</summary>
public sealed class RefusalsTests : IAsyncLifetime
{
    private ConnectorHouse house = null!;

    public async Task InitializeAsync() => house = await ConnectorHouse.OpenAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Where_Baton_is_blocked_the_innermost_word_counts()
    {
        house.Teams.SetBlocked(house.Chat, true);

        var gone = Assert.IsType<ConnectorReply<string>.Gone>(await house.SendAsync(house.Chat, "hello"));
        Assert.Equal("MessageWritesBlocked", gone.Code);
        Assert.Contains("Thread is not writable.", gone.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_app_was_taken_away_the_place_is_gone()
    {
        house.Teams.SetInstalled(house.Team, false);

        Assert.Equal("BotNotInConversationRoster", Assert.IsType<ConnectorReply<string>.Gone>(await house.SendAsync(house.Team, "hello")).Code);
    }

    [Fact]
    public async Task A_person_without_the_app_cannot_be_reached()
    {
        var bob = house.Teams.AddPerson("Bob", "bob@example.com");
        var parameters = new JsonObject { ["isGroup"] = false, ["tenantId"] = house.Teams.Settings.TenantId, ["members"] = new JsonArray(new JsonObject { ["id"] = bob.Id }) };

        Assert.Equal("ForbiddenOperationException", Assert.IsType<ConnectorReply<NewConversation>.Gone>(await house.Connector.CreateConversationAsync(house.Service, parameters, CancellationToken.None)).Code);
    }

    [Theory]
    [InlineData("19:nobody@thread.tacv2", "ConversationNotFound")]
    [InlineData("{team};messageid=1", "ActivityNotFoundInConversation")]
    public async Task What_is_not_there_is_gone(string conversation, string code) =>
        Assert.Equal(code, Assert.IsType<ConnectorReply<string>.Gone>(await house.SendAsync(conversation.Replace("{team}", house.Team, StringComparison.Ordinal), "hello")).Code);

    [Fact]
    public async Task A_message_that_is_deleted_cannot_be_replaced() =>
        Assert.Equal("ActivityNotFoundInConversation", Assert.IsType<ConnectorReply<string>.Gone>(await house.Connector.UpdateAsync(house.Service, house.Team, "1", ConnectorHouse.Message("x"), CancellationToken.None)).Code);

    [Fact]
    public async Task A_message_of_a_persons_cannot_be_replaced()
    {
        house.Teams.Endpoint = new Uri("http://127.0.0.1:1/");
        await house.Teams.SayAsync(house.Ann, house.Team, "mine");
        var id = house.Teams.Seen(house.Team)[0].Id;

        Assert.Equal("NotEnoughPermissions", Assert.IsType<ConnectorReply<string>.Refused>(await house.Connector.UpdateAsync(house.Service, house.Team, id, ConnectorHouse.Message("x"), CancellationToken.None)).Code);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused() =>
        Assert.Equal("MessageSizeTooBig", Assert.IsType<ConnectorReply<string>.Refused>(await house.SendAsync(house.Team, new string('あ', 60_000))).Code);

    [Fact]
    public async Task A_card_of_a_version_that_Teams_does_not_show_is_refused()
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.6" } }),
        };

        Assert.IsType<ConnectorReply<string>.Refused>(await house.Connector.SendAsync(house.Service, house.Team, message, CancellationToken.None));
    }

    [Fact]
    public async Task A_token_that_is_taken_no_more_is_replaced_once()
    {
        await house.SendAsync(house.Team, "first");
        house.Teams.Faults.Next("send", new ConnectorFault.Status(401, """{"error":{"code":"Unauthorized","message":"no"}}"""), times: 10);

        var refused = Assert.IsType<ConnectorReply<string>.Refused>(await house.SendAsync(house.Team, "second"));
        Assert.Equal(("Unauthorized", true), (refused.Code, refused.IsCredential));
        Assert.Contains("Teams:TenantId", refused.Why, StringComparison.Ordinal);
        Assert.InRange(house.Teams.Calls.Count, 2, 3);
    }

    [Fact]
    public async Task Readiness_hears_that_the_token_is_not_taken_and_that_it_is_again()
    {
        var health = house.Parts.Get<TeamsHealth>();
        house.Teams.Faults.Next("send", new ConnectorFault.Status(401, """{"error":{"code":"Unauthorized","message":"no"}}"""), times: 10);

        await house.SendAsync(house.Team, "refused");
        Assert.StartsWith("Teams does not take Baton's token, and nothing can be posted there (Unauthorized). ", health.Problem, StringComparison.Ordinal);
        house.Teams.Faults.Heal();
        house.Teams.Faults.Next("send", new ConnectorFault.Status(403, """{"error":{"code":"Forbidden","message":"no"}}"""));
        await house.SendAsync(house.Team, "refused for another reason");
        Assert.NotNull(health.Problem);

        house.Teams.Faults.Heal();
        await house.SendAsync(house.Team, "taken");
        Assert.Null(health.Problem);
    }

    [Theory]
    [InlineData("https://smba.example.com/emea/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://evil.trafficmanager.net/emea/")]
    [InlineData("https://user@smba.trafficmanager.net/emea/")]
    [InlineData("https://teams.microsoft.com.evil.example/")]
    [InlineData("https://directline.botframework.com/")]
    [InlineData("http://127.0.0.1:1/emea/")]
    public async Task A_token_goes_to_nobody_but_Teams(string service)
    {
        var refused = Assert.IsType<ConnectorReply<string>.Refused>(await house.Connector.SendAsync(new Uri(service), house.Team, ConnectorHouse.Message("x"), CancellationToken.None));

        Assert.Equal(("foreign_url", false), (refused.Code, refused.IsCredential));
        Assert.Empty(house.Teams.Tokens.Asked);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net/jp")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch")]
    [InlineData("https://smba.infra.partner.teams.microsoft.cn/")]
    public void Teams_own_hosts_are_known(string service) => Assert.True(new ServiceUrls(new TeamsOptions()).Allows(service));

    [Fact]
    public async Task A_redirect_takes_the_token_nowhere()
    {
        await using var other = await StrictTeams.StartAsync();
        house.Teams.Faults.Next("send", new ConnectorFault.Status(307));

        Assert.IsType<ConnectorReply<string>.Refused>(await house.SendAsync(house.Team, "hello"));
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task Nothing_secret_is_logged_whatever_happens()
    {
        house.Teams.Faults.Next("send", new ConnectorFault.ResetAfter());
        await house.SendAsync(house.Team, "what people wrote");
        house.Teams.SetBlocked(house.Team, true);
        await house.SendAsync(house.Team, "what people wrote");

        Assert.NotEmpty(house.Parts.Logs.All);
        Assert.DoesNotContain(house.Parts.Logs.All, line =>
            line.Contains("bot-token-", StringComparison.Ordinal) || line.Contains(house.Teams.Settings.ClientSecret, StringComparison.Ordinal) || line.Contains("what people wrote", StringComparison.Ordinal));
    }
}
