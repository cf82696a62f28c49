using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class FunnelTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_command_is_answered_as_lines_and_as_figures()
    {
        var answer = (await api.Host.PostAsync("/api/funnel", $$"""{ "text": "reasons last week", "actor": "{{ApiHost.Manager}}" }""")).Expect(200);

        Assert.NotEmpty(answer.Text("text")!);
        Assert.True(answer.Json.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("help")]
    [InlineData("queue")]
    [InlineData("sla")]
    [InlineData("velocity")]
    [InlineData("今週")]
    [InlineData("rasons")]
    [InlineData("*<!channel>* \\u0000")]
    public async Task Whatever_is_asked_is_answered(string text) =>
        Assert.NotEmpty((await api.Host.PostAsync("/api/funnel", $$"""{ "text": "{{text}}", "actor": "{{ApiHost.Rep}}" }""")).Expect(200).Text("text")!);

    [Fact]
    public async Task The_answer_speaks_the_actors_language() =>
        Assert.Matches(@"[\u3040-\u30ff\u4e00-\u9fff]", (await api.Host.PostAsync("/api/funnel", $$"""{ "text": "help", "actor": "{{ApiHost.Ren}}" }""")).Expect(200).Text("text")!);

    [Theory]
    [InlineData("{}", "text")]
    [InlineData("[]", "text")]
    [InlineData("""{ "text": 7, "actor": "kim@sales.example" }""", "text")]
    [InlineData("""{ "text": "help" }""", "actor")]
    [InlineData("""{ "text": "help", "actor": "" }""", "actor")]
    public async Task A_body_of_the_wrong_form_is_refused_by_field(string body, string field) =>
        Assert.StartsWith($"{field}: ", Assert.Single((await api.Host.PostAsync("/api/funnel", body)).Expect(400).Errors()), StringComparison.Ordinal);

    [Fact]
    public async Task Somebody_unknown_may_not_ask() => (await api.Host.PostAsync("/api/funnel", """{ "text": "help", "actor": "x@y.example" }""")).Expect(403);
}
