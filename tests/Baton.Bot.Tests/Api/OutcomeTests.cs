using System.Text.Json;
using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class OutcomeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiHost Host => api.Host;

    [Fact]
    public async Task A_crm_may_skip_the_steps_that_nobody_told_us_of()
    {
        var handoff = await AcceptedAsync("out-1");

        var answer = await PostAsync($$"""{ "handoff": "{{handoff}}", "outcome": "won", "amount": 5000, "currency": "EUR" }""");

        Assert.Equal(("done", "Won", false), (Result(answer), answer.Result().GetProperty("state").GetString(), answer.Result().GetProperty("repeated").GetBoolean()));
        var events = (await Host.GetAsync($"/api/handoffs/{handoff}")).Json.GetProperty("timeline").EnumerateArray().Select(e => e.GetProperty("type").GetString());
        Assert.Equal(["received", "accepted", "touched", "qualified", "won"], events);
    }

    [Fact]
    public async Task An_amount_that_the_crm_learns_after_the_win_is_taken_and_moves_no_date()
    {
        var handoff = await AcceptedAsync("out-late");
        Task<Answer> WonAsync(string more) => PostAsync($$"""{ "handoff": "{{handoff}}", "outcome": "won"{{more}} }""");
        async Task<(decimal?, string?)> AmountAsync() => (await Host.GetAsync($"/api/handoffs/{handoff}")).Json is var json && json.TryGetProperty("amount", out var amount) && amount.ValueKind == JsonValueKind.Number
            ? (amount.GetDecimal(), json.GetProperty("currency").GetString()) : (null, null);
        async Task<string?> ClosedAsync() => (await Host.GetAsync($"/api/handoffs/{handoff}")).Json.GetProperty("milestones").GetProperty("closed").GetString();

        await WonAsync("");
        var closed = await ClosedAsync();
        Assert.Equal((null, null), await AmountAsync());
        Assert.False((await WonAsync(""", "amount": 5000, "currency": "eur" """)).Result().GetProperty("repeated").GetBoolean());
        Assert.Equal((5000m, "EUR"), await AmountAsync());
        Assert.True((await WonAsync(""", "amount": 5000, "currency": "EUR" """)).Result().GetProperty("repeated").GetBoolean());
        Assert.True((await WonAsync("")).Result().GetProperty("repeated").GetBoolean());
        Assert.Equal(((decimal?)5000m, "EUR"), await AmountAsync());
        Assert.Equal(closed, await ClosedAsync());
        await WonAsync(""", "amount": 6000, "currency": "EUR" """);
        Assert.Equal(((decimal?)6000m, "EUR"), await AmountAsync());
    }

    [Theory]
    [InlineData("contacted", "")]
    [InlineData("qualified", "")]
    [InlineData("recycled", """, "reason": "no_budget" """)]
    [InlineData("disqualified", """, "reason": "no_need" """)]
    [InlineData("won", """, "amount": 1, "currency": "EUR" """)]
    [InlineData("lost", "")]
    public async Task An_outcome_that_is_delivered_again_is_done_and_changes_nothing(string outcome, string more)
    {
        var handoff = await AcceptedAsync($"out-{outcome}");
        var body = $$"""{ "handoff": "{{handoff}}", "outcome": "{{outcome}}"{{more}} }""";
        var first = await PostAsync($$"""[ { "handoff": "{{handoff}}", "outcome": "contacted" }, {{body}} ]""");

        var again = await PostAsync(body);

        Assert.Equal("done", Result(again));
        Assert.True(again.Result().GetProperty("repeated").GetBoolean());
        Assert.Equal(first.Result(1).GetProperty("version").GetInt32(), again.Result().GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_handoff_is_found_by_its_lead_by_its_person_and_through_a_duplicate()
    {
        var handoff = await AcceptedAsync("out-find", "find@buyer.example");
        (await Host.PostAsync("/api/leads", ALead.Json("out-find-twin", "find@buyer.example"))).Expect(202);

        foreach (var name in new[] { """ "source": "web", "externalId": "out-find" """, """ "email": "FIND@buyer.example" """, """ "source": "web", "externalId": "out-find-twin" """ })
        {
            Assert.Equal(handoff, (await PostAsync($$"""{ {{name}}, "outcome": "contacted" }""")).Result().GetProperty("handoff").GetString());
        }
    }

    [Fact]
    public async Task The_actor_is_in_the_timeline_and_may_not_be_a_stranger()
    {
        var handoff = await AcceptedAsync("out-2");

        Assert.Equal("done", Result(await PostAsync($$"""{ "handoff": "{{handoff}}", "outcome": "contacted", "actor": "{{ApiHost.Ren}}" }""")));
        Assert.Equal(ApiHost.Ren, (await Host.GetAsync($"/api/handoffs/{handoff}")).Json.GetProperty("timeline")[2].GetProperty("by").GetString());
        Assert.Equal("actor: the e-mail address of one of People", Assert.Single((await Host.PostAsync("/api/outcomes", $$"""{ "handoff": "{{handoff}}", "outcome": "won", "actor": "x@y.example" }""")).Expect(400).Errors()));
    }

    [Fact]
    public async Task When_it_happened_counts_but_a_timeline_never_runs_backwards()
    {
        await using var host = await ApiHost.StartAsync();
        var handoff = await host.OfferAsync("late");
        (await host.ActAsync(handoff, $$"""{"action":"accept","actor":"{{ApiHost.Rep}}"}""")).Expect(200);
        host.Clock.Advance(TimeSpan.FromHours(3));

        (await host.PostAsync("/api/outcomes", $$"""{ "handoff": "{{handoff}}", "outcome": "contacted", "at": "2026-11-16T11:00:00+09:00" }""")).Expect(200);
        (await host.PostAsync("/api/outcomes", $$"""{ "handoff": "{{handoff}}", "outcome": "qualified", "at": "2026-11-01T00:00:00Z" }""")).Expect(200);

        var timeline = (await host.GetAsync($"/api/handoffs/{handoff}")).Json.GetProperty("timeline");
        Assert.Equal(HouseRules.Monday.AddHours(1), timeline[2].GetProperty("at").GetDateTimeOffset());
        Assert.Equal(HouseRules.Monday.AddHours(1), timeline[3].GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_outcome_that_does_not_fit_is_refused_with_the_reason()
    {
        var offered = await Host.OfferAsync("out-3");

        var answer = await PostAsync($$"""[ { "handoff": "{{offered}}", "outcome": "won" }, { "handoff": "0123456789abcdef", "outcome": "won" }, { "email": "nobody@buyer.example", "outcome": "lost" } ]""");

        Assert.Equal(["refused", "not_found", "not_found"], answer.Results());
        Assert.Equal("notNow", answer.Result().GetProperty("code").GetString());
        Assert.NotEmpty(answer.Result().GetProperty("because").GetString()!);
    }

    [Theory]
    [InlineData("""{ "handoff": "0123456789abcdef", "outcome": "exploded" }""", "outcome: one of contacted, qualified, recycled, disqualified, won, lost")]
    [InlineData("""{ "outcome": "won" }""", "handoff: given, or source with externalId, or email")]
    [InlineData("""{ "source": "web", "outcome": "won" }""", "handoff: given, or source with externalId, or email")]
    [InlineData("""{ "email": "x", "outcome": "won" }""", "email: an e-mail address such as name@example.com")]
    [InlineData("""{ "handoff": "0123456789abcdef", "outcome": "recycled" }""", "reason: the code of a reason")]
    [InlineData("""{ "handoff": "0123456789abcdef", "outcome": "won", "amount": -1 }""", "amount: a number, at least 0")]
    [InlineData("""{ "handoff": "0123456789abcdef", "outcome": "won", "amount": "many" }""", "amount: a number, at least 0")]
    [InlineData("""{ "handoff": "0123456789abcdef", "outcome": "won", "amount": 1e99 }""", "amount: a number, at least 0")]
    [InlineData("""{ "handoff": "0123456789abcdef", "outcome": "won", "at": "yesterday" }""", "at: an ISO 8601 time with its offset such as 2026-11-20T09:00:00+09:00")]
    [InlineData("""{ "handoff": "0123456789abcdef", "outcome": "won", "at": "2099-01-01T00:00:00Z" }""", "at: at most 5 minutes ahead of now")]
    [InlineData("""{ "handoff": 7, "outcome": "won" }""", "handoff: text in quotes, given once")]
    [InlineData("[7]", "[0].outcome: a JSON object")]
    [InlineData("7", "body: an outcome or a list of 1 to 1000 outcomes")]
    public async Task A_wrong_outcome_is_refused_by_field(string body, string error) =>
        Assert.Equal(error, Assert.Single((await Host.PostAsync("/api/outcomes", body)).Expect(400).Errors()));

    [Fact]
    public async Task A_member_that_is_unknown_or_comes_twice_is_refused()
    {
        Assert.StartsWith("amout: one of handoff, source", Assert.Single((await Host.PostAsync("/api/outcomes", """{ "handoff": "0123456789abcdef", "outcome": "won", "amout": 1 }""")).Expect(400).Errors()), StringComparison.Ordinal);
        Assert.Single((await Host.PostAsync("/api/outcomes", """{ "handoff": "0123456789abcdef", "outcome": "won", "outcome": "lost" }""")).Expect(400).Errors());
    }

    [Fact]
    public async Task One_wrong_outcome_does_not_hold_up_the_others()
    {
        var handoff = await AcceptedAsync("out-4");

        Assert.Equal(["invalid", "done"], (await PostAsync($$"""[ {}, { "handoff": "{{handoff}}", "outcome": "contacted" } ]""")).Results());
    }

    private async Task<string> AcceptedAsync(string externalId, string? email = null)
    {
        var handoff = await Host.OfferAsync(externalId, email);
        (await Host.ActAsync(handoff, $$"""{"action":"accept","actor":"{{ApiHost.Rep}}"}""")).Expect(200);
        return handoff;
    }

    private async Task<Answer> PostAsync(string json) => (await Host.PostAsync("/api/outcomes", json)).Expect(200);

    private static string Result(Answer answer) => answer.Result().GetProperty("result").GetString()!;
}
