using System.Text.Json;
using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class RouteTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Writing = "400 401 413 415 503";

    public static TheoryData<string, string, string> Described => new()
    {
        { "post", "/api/leads", $"202 422 {Writing}" },
        { "post", "/api/leads/import", $"200 {Writing}" },
        { "post", "/api/outcomes", $"200 {Writing}" },
        { "get", "/api/handoffs", "200 400 401 503" },
        { "get", "/api/handoffs/{id}", "200 401 404 503" },
        { "post", "/api/handoffs/{id}/actions", $"200 403 404 409 {Writing}" },
        { "post", "/api/funnel", $"200 403 {Writing}" },
        { "get", "/api/dead-letters", "200 401 503" },
        { "post", "/api/dead-letters/retry", $"200 {Writing}" },
        { "get", "/healthz", "200" },
        { "get", "/readyz", "200 503" },
    };

    [Theory]
    [MemberData(nameof(Described))]
    public async Task Every_route_is_described_with_its_answers(string method, string path, string answers)
    {
        var operation = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method);

        Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
        Assert.Equal(answers.Split(' ').Order(), operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).Order());
        Assert.All(operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] is '4' or '5'), r => Assert.True(r.Value.GetProperty("content").TryGetProperty("application/problem+json", out _)));
        if (method == "post")
        {
            Assert.NotEmpty(operation.GetProperty("requestBody").GetProperty("content").EnumerateObject());
        }
    }

    [Fact]
    public async Task No_route_is_left_undescribed()
    {
        var paths = (await DocumentAsync()).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name} {p.Name}"));

        Assert.Equal(Described.Select(d => $"{d[0]} {d[1]}").Order(), paths.Order());
    }

    [Fact]
    public async Task The_example_of_a_lead_is_a_lead()
    {
        var example = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/leads").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");

        // The example is of a day after this clock's.
        var lead = example.GetRawText().Replace("2026-11-", "2026-10-", StringComparison.Ordinal);
        Assert.Equal("offered", (await api.Host.PostAsync("/api/leads", lead)).Expect(202).Result().GetProperty("result").GetString());
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/nowhere")]
    [InlineData("/api/leads/import/more")]
    [InlineData("/api/handoffs/0123456789abcdef/actions/more")]
    public async Task What_is_not_there_is_a_problem_too(string path) => Assert.Equal("noRoute", (await api.Host.GetAsync(path)).Expect(404).Text("code"));

    [Theory]
    [InlineData("GET", "/api/leads", "POST")]
    [InlineData("DELETE", "/api/handoffs/0123456789abcdef", "GET")]
    [InlineData("PUT", "/api/funnel", "POST")]
    public async Task A_wrong_method_is_told_the_right_ones(string method, string path, string allowed)
    {
        var answer = (await api.Host.SendAsync(new HttpMethod(method), path, null)).Expect(405);

        Assert.Equal(allowed, answer.Headers["Allow"]);
    }

    private async Task<JsonElement> DocumentAsync() => (await api.Host.GetAsync("/openapi/v1.json")).Expect(200).Json;
}
