using System.Net;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Web.Tests.Console;

public sealed class ConsoleInvokeTests
{
    private const string Invoke = "/console/api/invoke?as=sam@example.com";
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string ErrorType = "application/vnd.microsoft.error";

    [Fact]
    public async Task A_click_reaches_the_desk_with_its_inputs_and_is_answered_with_the_new_card()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Desk.OnClick = new ClickAnswer.Done(Cards.OfHandoff("rejected", 2));
        var answer = await host.PostAsync(Invoke, Body("reject", new { handoff = Cards.Handoff.Value, reason = "too_small" }));
        Assert.Equal((200, CardType), Head(answer));
        Assert.Equal("rejected", (string?)answer["value"]!["fallbackText"]);
        var click = Assert.Single(host.Desk.Clicks);
        Assert.Equal((Cards.Handoff, "reject", ConsoleHost.Sam, "too_small"), (click.Handoff, click.Verb, click.Actor, click.Inputs["reason"]));
    }

    [Fact]
    public async Task A_refused_click_is_told_as_a_message()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Desk.OnClick = new ClickAnswer.Refused("Aiko was faster.", Cards.OfHandoff("accepted"));
        var answer = await host.PostAsync(Invoke, Body("accept", new { handoff = Cards.Handoff.Value }));
        Assert.Equal((200, "application/vnd.microsoft.activity.message"), Head(answer));
        Assert.Equal("Aiko was faster.", (string?)answer["value"]);
    }

    [Fact]
    public async Task Wrong_answers_in_a_form_are_named()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Desk.OnClick = new ClickAnswer.Invalid(new Dictionary<string, string> { ["comment"] = "Say why.", ["until"] = "Choose a later day." });
        var answer = await host.PostAsync(Invoke, Body("reject", new { handoff = Cards.Handoff.Value }));
        Assert.Equal((400, ErrorType), Head(answer));
        Assert.Equal("Say why. Choose a later day.", (string?)answer["value"]!["message"]);
    }

    [Fact]
    public async Task A_handoff_that_is_not_there_is_an_error_for_clicks_and_refreshes()
    {
        await using var host = await ConsoleHost.StartAsync();
        foreach (var verb in (string[])["accept", "refresh"])
        {
            var answer = await host.PostAsync(Invoke, Body(verb, new { handoff = Cards.Handoff.Value }));
            Assert.Equal((400, ErrorType, "NotFound"), (Head(answer).Code, Head(answer).Type, (string?)answer["value"]!["code"]));
        }
    }

    [Fact]
    public async Task A_refresh_shows_each_person_their_own_card_and_clicks_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Desk.OnRefresh = (handoff, actor) => Cards.OfHandoff($"{handoff} for {actor}");
        var answer = await host.PostAsync(Invoke, Body("refresh", new { handoff = Cards.Handoff.Value }, "automatic"));
        Assert.Equal((200, CardType), Head(answer));
        Assert.Equal($"{Cards.Handoff} for sam@example.com", (string?)answer["value"]!["fallbackText"]);
        Assert.Empty(host.Desk.Clicks);
    }

    [Theory]
    [InlineData("""{}""", "BadRequest")]
    [InlineData("""{"action":"accept"}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"accept"}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"accept"}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"accept","data":{"handoff":"../other"}}}""", "BadRequest")]
    public async Task A_malformed_invoke_gets_the_inner_code_that_Teams_expects(string body, string code)
    {
        await using var host = await ConsoleHost.StartAsync();
        var answer = await host.PostAsync(Invoke, JsonNode.Parse(body)!);
        Assert.Equal((400, ErrorType), Head(answer));
        Assert.Equal(code, (string?)answer["value"]!["code"]);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"action":{"type":7}}""")]
    [InlineData("""{"action":{},"action":{}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"\ud800"}}""")]
    public async Task A_body_that_cannot_be_read_is_a_400(string body)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.PostAsync(Invoke, content)).StatusCode);
    }

    private static (int Code, string? Type) Head(JsonNode answer) => ((int)answer["statusCode"]!, (string?)answer["type"]);

    private static object Body(string verb, object data, string trigger = "manual") => new { action = new { type = "Action.Execute", verb, data }, trigger };
}
