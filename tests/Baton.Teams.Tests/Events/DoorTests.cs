using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Baton.Teams.Tests.Hosting;

namespace Baton.Teams.Tests.Events;

public sealed class DoorTests
{
    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{\"type\":\"message\"}", "application/json", HttpStatusCode.Forbidden)]
    public async Task What_is_no_activity_of_Teams_is_refused(string body, string type, HttpStatusCode status)
    {
        await using var office = await TeamsOffice.StartAsync(installed: false);
        using var content = new StringContent(body, Encoding.UTF8, type);

        using var response = await office.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("{\"serviceUrl\":\"\\ud800\"}")]
    [InlineData("{\"channelId\":\"\\udc00x\"}")]
    [InlineData("{\"serviceUrl\":\"\u00ff\u00fe\"}")]
    public async Task What_is_no_Unicode_is_refused_like_everything_malformed(string body)
    {
        await using var office = await TeamsOffice.StartAsync(installed: false);
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        using var response = await office.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task What_is_longer_than_any_activity_is_not_read()
    {
        await using var office = await TeamsOffice.StartAsync(installed: false);
        using var content = new StringContent($$"""{"text":"{{new string('x', 600_000)}}"}""", Encoding.UTF8, "application/json");

        using var response = await office.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("message", 400)]
    [InlineData("aTypeOfTomorrow", 400)]
    public async Task An_activity_that_says_nothing_of_where_and_who_is_refused(string type, int status)
    {
        await using var office = await TeamsOffice.StartAsync();

        var answer = await office.Teams.BringAsync(new() { ["type"] = type, ["serviceUrl"] = office.Teams.ServiceUrl.AbsoluteUri, ["channelId"] = "msteams" });

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("aTypeOfTomorrow")]
    public async Task An_activity_that_is_none_of_Batons_is_taken_and_nothing_is_done(string type)
    {
        await using var office = await TeamsOffice.StartAsync();
        var activity = office.Teams.Activity(type, office.Robin, office.Sales);
        activity["aFieldOfTomorrow"] = 1;

        var answer = await office.Teams.BringAsync(activity);

        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Empty(office.Teams.Seen(office.Sales));
    }

    [Fact]
    public async Task An_invoke_that_nobody_knows_is_not_implemented()
    {
        await using var office = await TeamsOffice.StartAsync();

        var answer = await office.Teams.InvokeAsync(office.Robin, office.Sales, "composeExtension/query", []);

        Assert.Equal(501, answer.Status);
    }

    [Fact]
    public async Task A_foreign_token_opens_nothing()
    {
        await using var office = await TeamsOffice.StartAsync(installed: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative))
        {
            Content = new StringContent(office.Teams.Activity("message", office.Robin, office.Sales).ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "a.b.c") },
        };

        using var response = await office.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
