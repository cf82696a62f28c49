using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Chat.Views;

namespace Baton.Bot.Tests.Api;

public class ActionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiHost Host => api.Host;

    [Fact]
    public async Task An_accept_is_answered_with_where_the_handoff_stands()
    {
        var answer = (await Host.ActAsync(await Host.OfferAsync("act-1"), Body("accept", ApiHost.Rep))).Expect(200);

        Assert.Equal("Accepted", answer.Text("state"));
        Assert.Equal(ApiHost.Rep, answer.Text("owner"));
        Assert.Equal(2, answer.Json.GetProperty("version").GetInt32());
        Assert.False(answer.Json.GetProperty("repeated").GetBoolean());
        Assert.Equal(5, answer.Json.EnumerateObject().Count());
    }

    [Fact]
    public async Task Of_many_accepts_at_once_one_wins_and_the_others_are_told_who_did()
    {
        var handoff = await Host.OfferAsync("act-2");

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Host.ActAsync(handoff, Body("accept", n % 2 == 0 ? ApiHost.Rep : ApiHost.Ren))));

        var winner = Assert.Single(answers, a => a.Status == 200 && !a.Json.GetProperty("repeated").GetBoolean()).Text("owner");
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Equal(winner, a.Expect(409).Text("owner")));
        var late = (await Host.ActAsync(handoff, Body("accept", winner == ApiHost.Rep ? ApiHost.Ren : ApiHost.Rep))).Expect(409);
        Assert.Equal("alreadyTaken", late.Text("code"));
        Assert.Equal(winner, late.Text("by"));
    }

    [Theory]
    [InlineData("accept", "")]
    [InlineData("reject", """, "reason": "too_small", "comment": "8 people" """)]
    public async Task The_same_again_by_who_did_it_is_done_and_changes_nothing(string action, string answers)
    {
        var handoff = await Host.OfferAsync($"act-again-{action}");
        var first = (await Host.ActAsync(handoff, Body(action, ApiHost.Rep, answers))).Expect(200);

        var again = (await Host.ActAsync(handoff, Body(action, ApiHost.Rep, answers))).Expect(200);

        Assert.True(again.Json.GetProperty("repeated").GetBoolean());
        Assert.Equal(first.Json.GetProperty("version").GetInt32(), again.Json.GetProperty("version").GetInt32());
        (await Host.ActAsync(handoff, Body(action, ApiHost.Ren, answers))).Expect(409);
    }

    [Fact]
    public async Task Another_reason_than_the_one_that_was_given_is_not_the_same_again()
    {
        var handoff = await Host.OfferAsync("act-other");
        (await Host.ActAsync(handoff, Body("reject", ApiHost.Rep, """, "reason": "too_small" """))).Expect(200);

        Assert.Equal("alreadyDecided", (await Host.ActAsync(handoff, Body("reject", ApiHost.Rep, """, "reason": "nurture" """))).Expect(409).Text("code"));
    }

    [Fact]
    public async Task A_refusal_speaks_the_actors_language_and_its_title_english()
    {
        var handoff = await Host.OfferAsync("act-3");
        (await Host.ActAsync(handoff, Body("accept", ApiHost.Rep))).Expect(200);

        var japanese = (await Host.ActAsync(handoff, Body("accept", ApiHost.Ren))).Expect(409);
        var english = (await Host.ActAsync(handoff, Body("accept", ApiHost.Manager))).Expect(409);

        Assert.Equal("ja", japanese.Text("locale"));
        Assert.Matches(@"[\u3040-\u30ff\u4e00-\u9fff]", japanese.Text("detail")!);
        Assert.DoesNotMatch(@"[\u3040-\u30ff\u4e00-\u9fff]", english.Text("detail")!);
        Assert.Equal(english.Text("title"), japanese.Text("title"));
    }

    [Fact]
    public async Task The_forms_answers_stand_beside_the_action()
    {
        var handoff = await Host.OfferAsync("act-4");

        var answer = (await Host.ActAsync(handoff, Body("reject", ApiHost.Rep, """, "reason": "too_small", "comment": "8 人" """))).Expect(200);

        Assert.Equal("Rejected", answer.Text("state"));
        var reason = (await Host.GetAsync($"/api/handoffs/{handoff}")).Expect(200).Json.GetProperty("reason");
        Assert.Equal("8 人", reason.GetProperty("comment").GetString());
    }

    [Fact]
    public async Task Numbers_are_answers_too()
    {
        var handoff = await Host.OfferAsync("act-5");
        (await Host.ActAsync(handoff, Body("accept", ApiHost.Rep))).Expect(200);
        (await Host.ActAsync(handoff, Body("touch", ApiHost.Rep))).Expect(200);
        (await Host.ActAsync(handoff, Body("qualify", ApiHost.Rep))).Expect(200);

        (await Host.ActAsync(handoff, Body("win", ApiHost.Rep, """, "amount": 1200000.50, "currency": "jpy", "note": null """))).Expect(200);

        var view = (await Host.GetAsync($"/api/handoffs/{handoff}")).Expect(200);
        Assert.Equal(1_200_000.50m, view.Json.GetProperty("amount").GetDecimal());
        Assert.Equal("JPY", view.Text("currency"));
    }

    [Fact]
    public async Task An_unknown_action_is_refused_with_those_that_there_are()
    {
        var answer = (await Host.ActAsync(await Host.OfferAsync("act-6"), Body("explode", ApiHost.Rep))).Expect(400);

        Assert.Equal($"action: one of {string.Join(", ", Verbs.Acts)}", Assert.Single(answer.Errors()));
    }

    [Fact]
    public async Task A_missing_answer_is_named()
    {
        var answer = (await Host.ActAsync(await Host.OfferAsync("act-7"), Body("reject", ApiHost.Rep))).Expect(400);

        Assert.StartsWith("reason: ", Assert.Single(answer.Errors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stranger@sales.example")]
    [InlineData("no address")]
    public async Task Somebody_unknown_may_not_act(string actor) =>
        Assert.Equal("unknownActor", (await Host.ActAsync(await Host.OfferAsync("act-8"), Body("accept", actor))).Expect(403).Text("code"));

    [Fact]
    public async Task Somebody_without_the_role_is_told_which_it_needs() =>
        Assert.Equal("notYourRole", (await Host.ActAsync(await Host.OfferAsync("act-9"), Body("accept", ApiHost.Marketer))).Expect(409).Text("code"));

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("short")]
    [InlineData("..%2F..%2Fx")]
    [InlineData("0123456789ABCDEF")]
    public async Task What_is_no_handoff_is_not_found(string id)
    {
        (await Host.ActAsync(id, Body("accept", ApiHost.Rep))).Expect(404);
        (await Host.GetAsync($"/api/handoffs/{id}")).Expect(404);
    }

    [Theory]
    [InlineData("[]", "body")]
    [InlineData("{}", "action")]
    [InlineData("""{"action":"accept"}""", "actor")]
    [InlineData("""{"action":7,"actor":null}""", "actor")]
    [InlineData("""{"action":"accept","actor":"rep@sales.example","reason":{}}""", "reason")]
    [InlineData("""{"action":"accept","actor":["rep@sales.example"]}""", "actor")]
    [InlineData("""{"action":"accept","action":"reject","actor":"rep@sales.example"}""", "action")]
    [InlineData("""{"action":"reject","actor":"rep@sales.example","reason":"a","reason":"b"}""", "reason")]
    public async Task A_body_of_the_wrong_form_is_refused_by_field(string body, string field) =>
        Assert.StartsWith($"{field}: ", Assert.Single((await Host.ActAsync("0123456789abcdef", body)).Expect(400).Errors()), StringComparison.Ordinal);

    [Fact]
    public async Task A_successful_action_logs_nothing_of_ours()
    {
        await using var host = await ApiHost.StartAsync();
        var handoff = await host.OfferAsync("quiet");

        (await host.ActAsync(handoff, Body("accept", ApiHost.Rep))).Expect(200);

        Assert.Empty(host.Log.Of("Baton", Microsoft.Extensions.Logging.LogLevel.Information));
    }

    private static string Body(string action, string actor, string more = "") => $$"""{ "action": "{{action}}", "actor": "{{actor}}"{{more}} }""";
}
