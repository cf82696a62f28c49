using System.Net;
using System.Text.Json;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Hosting;

namespace Baton.Slack.Tests.StandIn;

public sealed class LimitsAndFaultsTests : IAsyncLifetime
{
    private StrictSlack slack = null!;
    private RawCaller caller = null!;
    private WorkspaceChannel sales = null!;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync();
        slack.StopClock();
        caller = new RawCaller(slack);
        sales = slack.AddChannel("sales");
    }

    public async Task DisposeAsync()
    {
        caller.Dispose();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_channel_takes_a_small_burst_then_one_message_a_second()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await PostAsync(sales)).StatusCode);
        }

        var elsewhere = await PostAsync(slack.AddChannel("other"));
        var turned = await PostAsync(sales);
        slack.Advance(TimeSpan.FromSeconds(1));
        var after = await PostAsync(sales);

        Assert.Equal(3, statuses.Count(s => s == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, turned.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), turned.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(3, slack.Limits.TurnedAway);
    }

    [Fact]
    public async Task Each_method_has_the_allowance_of_its_tier()
    {
        var answers = new List<JsonElement>();
        for (var i = 0; i < 22; i++)
        {
            answers.Add(await caller.FormAsync("users.list"));
        }

        Assert.Equal(20, answers.Count(a => a.GetProperty("ok").GetBoolean()));
        Assert.Equal("ratelimited", answers[^1].GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("after", true)]
    [InlineData("before", false)]
    public async Task A_connection_can_end_before_or_after_the_effect(string when, bool effect)
    {
        slack.Faults.Next("chat.postMessage", when == "after" ? new ApiFault.ResetAfter() : new ApiFault.ResetBefore());

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(sales));

        Assert.Equal(effect ? 1 : 0, slack.Messages(sales).Count);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(sales)).StatusCode);
    }

    [Fact]
    public async Task Silence_follows_the_effect()
    {
        slack.Faults.Next("chat.postMessage", new ApiFault.SilentAfter());

        var post = PostAsync(sales);
        await Eventually.HoldsAsync("it took effect", () => slack.Messages(sales).Count == 1);

        await Assert.ThrowsAsync<TimeoutException>(() => post.WaitAsync(TimeSpan.FromMilliseconds(300), TimeProvider.System));
    }

    [Fact]
    public async Task Faults_come_in_the_order_asked_for_and_then_stop()
    {
        slack.Faults.Next("chat.postMessage", new ApiFault.Status(503), times: 1, after: 1);
        slack.Faults.Next("chat.postMessage", new ApiFault.ErrorAfterEffect("fatal_error"));

        var fine = await PostAsync(sales);
        var broken = await PostAsync(sales);
        var fatal = JsonElement.Parse(await (await PostAsync(sales)).Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        Assert.Equal("fatal_error", fatal.GetProperty("error").GetString());
        Assert.Equal(2, slack.Messages(sales).Count);
        Assert.Equal(["ok", "Status", "ErrorAfterEffect"], slack.Calls.Select(c => c.Outcome));
    }

    [Fact]
    public async Task An_installation_gives_a_token_for_a_code_once()
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var approved = await browser.GetAsync(new Uri($"{slack.AuthorizeUrl}?client_id=1111.2222&scope=chat:write&redirect_uri=https%3A%2F%2Fbaton.example%2Foauth&state=s1"));
        var query = System.Web.HttpUtility.ParseQueryString(approved.Headers.Location!.Query);
        (string, string)[] arguments = [("code", query["code"]!), ("client_id", "1111.2222"), ("client_secret", slack.Settings.ClientSecret), ("redirect_uri", "https://baton.example/oauth")];

        var first = await caller.FormAsync("oauth.v2.access", arguments);
        var second = await caller.FormAsync("oauth.v2.access", arguments);

        Assert.Equal("s1", query["state"]);
        Assert.Equal(slack.Settings.BotToken, first.GetProperty("access_token").GetString());
        Assert.Equal("invalid_code", second.GetProperty("error").GetString());
    }

    private Task<HttpResponseMessage> PostAsync(WorkspaceChannel channel) =>
        caller.SendAsync("chat.postMessage", $$"""{"channel":"{{channel.Id}}","text":"x"}""", "application/json; charset=utf-8");
}
