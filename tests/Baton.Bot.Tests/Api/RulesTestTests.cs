using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Api;

public sealed class RulesTestTests : IAsyncLifetime
{
    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await ApiHost.StartAsync(new Dictionary<string, string?>
    {
        ["People:0:Pools:1"] = "field",
        ["Routing:Pools:1:Name"] = "field",
        ["Routing:Pools:1:Sales"] = "console:sales",
        ["Routing:Rules:0:Name"] = "japan",
        ["Routing:Rules:0:Pool"] = "field",
        ["Routing:Rules:0:When:Country:0"] = "JP",
        ["Routing:Rules:1:Name"] = "large",
        ["Routing:Rules:1:Pool"] = "field",
        ["Routing:Rules:1:When:MinEmployees"] = "1000",
        ["Routing:Rules:2:Name"] = "everything",
        ["Routing:Rules:2:Pool"] = "sales",
    });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Typed_values_are_routed_with_the_trace_in_both_languages()
    {
        var english = await AskAsync("rules test company=\"Acme Corp\" name=Ann email=ann@acme.example title=CTO phone=1 country=US score=90", ApiHost.Rep);
        Assert.All(
            ["Acme Corp", "sales gets it", "the score reaches the threshold", "90, given by the sender", "hot", "– japan: country is 'US', not 'JP'", "✓ everything", "nothing was changed"],
            words => Assert.Contains(words, english.Text("text")!, StringComparison.Ordinal));

        var japanese = await AskAsync("基準 テスト 会社=西日本建材 国=JP 氏名=佐々木 メール=a@b.example 役職=部長 電話=1 スコア=10", ApiHost.Ren);
        Assert.All(
            ["西日本建材", "マーケティングに残ります", "スコアが基準に達していません", "✓ japan: 国は「JP」", "属性 +12 部門責任者", "これは試行です。"],
            words => Assert.Contains(words, japanese.Text("text")!, StringComparison.Ordinal));
        Assert.Equal("field", japanese.Json.GetProperty("data").GetProperty("pool").GetString());
    }

    [Fact]
    public async Task Rules_below_the_one_that_takes_a_lead_say_what_they_would_have_said()
    {
        var english = (await AskAsync("rules test company=Acme country=JP employees=20", ApiHost.Rep)).Text("text")!;
        var japanese = (await AskAsync("基準 テスト 会社=西日本建材 国=JP 従業員数=1200", ApiHost.Ren)).Text("text")!;

        Assert.Matches(@"(?s)✓ japan: country is 'JP'.*not asked because.*– large: employees is '20', not 1000 or more.*✓ everything: matches every lead", english);
        Assert.Matches(@"(?s)✓ japan: 国は「JP」.*未適用.*✓ large: 従業員数は「1200」.*✓ everything: すべてのリードが対象", japanese);
        Assert.DoesNotContain("not asked", (await AskAsync("rules test company=Acme country=US", ApiHost.Rep)).Text("text")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_lack_required_fields_go_back_to_marketing_first()
    {
        var answer = await AskAsync("rules test company=Acme score=90", ApiHost.Rep);

        Assert.Contains("goes back to marketing first", answer.Text("text")!, StringComparison.Ordinal);
        Assert.Contains("メールアドレス", (await AskAsync("基準 テスト 会社=西日本建材 スコア=90", ApiHost.Ren)).Text("text")!, StringComparison.Ordinal);
        Assert.Contains("contact.email", answer.Json.GetProperty("data").GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
    }

    [Fact]
    public async Task What_the_sender_says_is_given_as_the_reason()
    {
        Assert.Contains("the sender says that it is not qualified", (await AskAsync("rules test company=Acme qualified=no", ApiHost.Rep)).Text("text")!, StringComparison.Ordinal);
        Assert.Contains("送信元が認定済みとしています", (await AskAsync("rules test company=Acme name=A email=a@b.example title=CTO phone=1 qualified=yes", ApiHost.Ren)).Text("text")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules test score=200", ApiHost.Rep, "“score” with the value “200” cannot be used. Allowed: a number from 0 to 100")]
    [InlineData("rules test email=nobody", ApiHost.Rep, "Allowed: an e-mail address")]
    [InlineData("rules test contry=JP", ApiHost.Rep, "“contry” with the value “JP” cannot be used. Allowed: these fields: externalId, source")]
    [InlineData("rules test employees=-1 odd", ApiHost.Rep, "a whole number from 0 to")]
    [InlineData("基準 テスト スコア=たくさん", ApiHost.Ren, "「スコア」の値「たくさん」は使えません。使えるもの:0から100までの数値")]
    [InlineData("rules test nobody", ApiHost.Rep, "No lead matches “nobody”.")]
    [InlineData("rules test", ApiHost.Rep, "Something is missing: /funnel rules [test <lead>")]
    public async Task What_cannot_be_tested_is_told_with_what_is_allowed(string text, string actor, string why) =>
        Assert.Contains(why, (await AskAsync(text, actor)).Text("text")!, StringComparison.Ordinal);

    [Fact]
    public async Task A_stored_lead_is_tested_by_id_and_nothing_is_changed()
    {
        var id = await host.OfferAsync("1");
        var store = host.Services.GetRequiredService<IHandoffStore>();
        var before = await store.LoadAsync(new HandoffId(id), default);

        var answer = await AskAsync($"rules test {id}", ApiHost.Manager);

        Assert.All(["西日本建材株式会社", "sales gets it", "the sender says that it is qualified", "sales, score"], words => Assert.Contains(words, answer.Text("text")!, StringComparison.Ordinal));
        Assert.Equal(id, answer.Json.GetProperty("data").GetProperty("handoff").GetString());
        var after = await store.LoadAsync(new HandoffId(id), default);
        Assert.Equal((before!.Handoff.Version, before.Handoff.Route.Pool), (after!.Handoff.Version, after.Handoff.Route.Pool));
    }

    [Fact]
    public async Task Why_a_stored_lead_got_its_pool_is_told_to_each_reader_in_the_own_language()
    {
        var id = await host.OfferAsync("1");

        Assert.Contains("– japan: country is unknown, not 'JP'", (await AskAsync($"lead {id}", ApiHost.Rep)).Text("text")!, StringComparison.Ordinal);
        Assert.Contains("– japan: 国は不明(条件は「JP」)", (await AskAsync($"リード {id}", ApiHost.Ren)).Text("text")!, StringComparison.Ordinal);
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/api/handoffs/{id}");
        asked.Headers.AcceptLanguage.ParseAdd("ja");
        using var answer = await host.Client.SendAsync(asked);
        Assert.Contains("国は不明(条件は「JP」)", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Answer> AskAsync(string text, string actor) =>
        (await host.PostAsync("/api/funnel", $$"""{ "text": {{System.Text.Json.JsonSerializer.Serialize(text)}}, "actor": "{{actor}}" }""")).Expect(200);
}
