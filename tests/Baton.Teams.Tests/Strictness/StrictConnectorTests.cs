using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Teams.StandIn;

namespace Baton.Teams.Tests.Strictness;

/// <summary>The stand-in refuses what Teams refuses, whoever calls: a client that is tested against it must have done it right.</summary>
public sealed class StrictConnectorTests : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private StrictTeams teams = null!;
    private TeamsPerson ann = null!;
    private string team = "";

    public async Task InitializeAsync()
    {
        teams = await StrictTeams.StartAsync();
        ann = teams.AddPerson("Ann", "ann@example.com");
        team = teams.AddTeam(ann);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = teams.Settings.AppId,
            ["client_secret"] = teams.Settings.ClientSecret,
            ["scope"] = teams.Settings.Scope,
        };
        using var content = new FormUrlEncodedContent(form);
        using var answer = await client.PostAsync(new Uri(teams.Address, $"{teams.Settings.TenantId}/oauth2/v2.0/token"), content);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await teams.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer made-up")]
    [InlineData("Basic dTpw")]
    public async Task Without_a_token_that_it_gave_nothing_is_done(string? authorization)
    {
        client.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        Assert.Equal((401, "Unauthorized"), await SendAsync(Message("hello")));
        Assert.Empty(teams.Seen(team));
    }

    [Fact]
    public async Task A_token_ends()
    {
        teams.Advance(teams.Settings.TokenLife);

        Assert.Equal((401, "Unauthorized"), await SendAsync(Message("hello")));
    }

    [Fact]
    public async Task An_id_that_is_not_escaped_is_refused() =>
        Assert.Equal((400, "BadSyntax"), await PostAsync($"v3/conversations/{team};messageid=1/activities", Message("hello")));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"type":"unheard-of"}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","attachments":[{}]}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive"}]}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6"}}]}""")]
    public async Task A_malformed_activity_is_refused(string activity) => Assert.Equal((400, "Bad Argument"), await SendAsync(JsonNode.Parse(activity)!));

    [Theory]
    [InlineData("""{"isGroup":false,"members":[{"id":"{ann}"}]}""", 400, "BadSyntax")]
    [InlineData("""{"isGroup":false,"tenantId":"{tenant}","members":[]}""", 400, "BadSyntax")]
    [InlineData("""{"isGroup":false,"tenantId":"{tenant}","members":[{"id":"{object}"}]}""", 400, "BadSyntax")]
    [InlineData("""{"isGroup":false,"tenantId":"{tenant}","members":[{"id":"{ann}"},{"id":"{ann}"}]}""", 400, "BadSyntax")]
    [InlineData("""{"isGroup":false,"tenantId":"{tenant}","members":[{"id":"{ann}"}]}""", 403, "ForbiddenOperationException")]
    [InlineData("""{"isGroup":true,"tenantId":"{tenant}","members":[{"id":"{ann}"}],"activity":{"type":"message","text":"x"}}""", 400, "BadSyntax")]
    [InlineData("""{"isGroup":true,"tenantId":"{tenant}","channelData":{"channel":{"id":"{team}"}}}""", 400, "BadSyntax")]
    public async Task A_conversation_that_cannot_be_made_is_refused(string parameters, int status, string code)
    {
        var filled = parameters.Replace("{ann}", ann.Id, StringComparison.Ordinal).Replace("{object}", ann.ObjectId, StringComparison.Ordinal)
            .Replace("{tenant}", teams.Settings.TenantId, StringComparison.Ordinal).Replace("{team}", team, StringComparison.Ordinal);

        Assert.Equal((status, code), await PostAsync("v3/conversations", JsonNode.Parse(filled)!));
    }

    [Fact]
    public async Task A_targeted_message_needs_a_recipient_who_is_there_and_a_place_with_others()
    {
        var chat = teams.OpenChat(ann);
        var message = Message("for you");
        Assert.Equal((400, "BadSyntax"), await SendAsync(message, team, "?isTargetedActivity=true"));

        message["recipient"] = new JsonObject { ["id"] = ann.Id };
        Assert.Equal((400, "BadSyntax"), await SendAsync(message, chat, "?isTargetedActivity=true"));
        Assert.Equal((200, ""), await SendAsync(message, team, "?isTargetedActivity=true"));
    }

    [Fact]
    public async Task A_message_that_one_person_sees_takes_no_replies()
    {
        var message = Message("for you");
        message["recipient"] = new JsonObject { ["id"] = ann.Id };
        await SendAsync(message, team, "?isTargetedActivity=true");
        var id = Assert.Single(teams.Seen(team), it => it.OnlyFor == ann.Id).Id;

        Assert.Equal((400, "BadSyntax"), await SendAsync(Message("to it"), $"{team};messageid={id}"));
        Assert.Equal((400, "BadSyntax"), await PostAsync($"v3/conversations/{Uri.EscapeDataString(team)}/activities/{id}", Message("to it")));
    }

    [Fact]
    public async Task The_eighth_write_in_a_second_is_turned_away_with_how_long_to_wait()
    {
        for (var i = 0; i < 7; i++)
        {
            Assert.Equal((200, ""), await SendAsync(Message($"{i}")));
        }

        Assert.Equal((429, "Throttled"), await UntilTurnedAwayAsync());
        teams.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal((200, ""), await SendAsync(Message("later")));
    }

    [Fact]
    public async Task A_page_has_fifty_to_five_hundred_members()
    {
        using var answer = await client.GetAsync(new Uri(teams.ServiceUrl, $"v3/conversations/{Uri.EscapeDataString(team)}/pagedmembers?pageSize=10"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    // However slowly this machine gets to it: more than sixty in half a minute are too many, too.
    private async Task<(int Status, string Code)> UntilTurnedAwayAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            if (await SendAsync(Message("more")) is (429, _) turned)
            {
                return turned;
            }
        }

        return (200, "");
    }

    private Task<(int Status, string Code)> SendAsync(JsonNode activity, string? conversation = null, string query = "") =>
        PostAsync($"v3/conversations/{Uri.EscapeDataString(conversation ?? team)}/activities{query}", activity);

    private async Task<(int Status, string Code)> PostAsync(string path, JsonNode body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri($"{teams.ServiceUrl.AbsoluteUri}{path}"), body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return ((int)answer.StatusCode, said.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString()! : "");
    }
}
