using System.Net.Http.Headers;
using System.Text;
using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class BrokenBodyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ApiHost Host => api.Host;

    [Theory]
    [InlineData("/api/leads")]
    [InlineData("/api/outcomes")]
    [InlineData("/api/funnel")]
    [InlineData("/api/handoffs/0123456789abcdef/actions")]
    [InlineData("/api/dead-letters/retry")]
    public async Task A_body_that_is_no_json_is_refused_on_every_route(string route)
    {
        foreach (var body in new[] { "", "{", "{]", "{\"a\":1}x", "\u0000", "'a'", "NaN", "{\"a\":1,}", "\uFEFF" })
        {
            Assert.Equal("notJson", (await Host.PostAsync(route, body)).Expect(400).Text("code"));
        }
    }

    [Theory]
    [InlineData("/api/leads")]
    [InlineData("/api/outcomes")]
    [InlineData("/api/funnel")]
    [InlineData("/api/handoffs/0123456789abcdef/actions")]
    [InlineData("/api/dead-letters/retry")]
    public async Task A_megabyte_of_garbage_is_refused_on_every_route(string route)
    {
        var garbage = new byte[1024 * 1024];
        new Random(7).NextBytes(garbage);

        var answer = await SendAsync(route, garbage, "application/json");

        answer.Expect(answer.Status is 413 ? 413 : 400);
    }

    [Theory]
    [InlineData("/api/leads")]
    [InlineData("/api/outcomes")]
    [InlineData("/api/funnel")]
    [InlineData("/api/handoffs/0123456789abcdef/actions")]
    [InlineData("/api/dead-letters/retry")]
    public async Task Another_content_type_is_refused_on_every_route(string route)
    {
        foreach (var type in new[] { null, "text/plain", "application/xml", "application/x-www-form-urlencoded", "application/json; charset=utf-16" })
        {
            (await SendAsync(route, "{}"u8.ToArray(), type)).Expect(415);
        }
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/vnd.crm+json")]
    public async Task Json_is_taken_by_any_of_its_names(string type) =>
        (await SendAsync("/api/leads", Encoding.UTF8.GetBytes(ALead.Json("typed")), type)).Expect(202);

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));

        Assert.Equal("notJson", (await Host.PostAsync("/api/leads", deep)).Expect(400).Text("code"));
        Assert.Contains("64 levels", (await Host.PostAsync("/api/leads", ALead.Json("deep", more: $"\"x\": {new string('[', 70)}{new string(']', 70)}"))).Expect(400).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_within_the_limit_does_no_harm() =>
        (await Host.PostAsync("/api/leads", ALead.Json("nested", more: $"\"qualified\": true, \"x\": {new string('[', 40)}{new string(']', 40)}"))).Expect(202);

    [Fact]
    public async Task A_field_that_comes_twice_is_refused_where_it_stands_and_harms_no_other_lead()
    {
        var twice = """{ "externalId": "twice", "source": "web", "contact": { "email": "a@b.example", "email": "c@d.example" } }""";

        Assert.Equal("contact.email: given once", Assert.Single((await Host.PostAsync("/api/leads", twice)).Expect(400).Errors()));
        Assert.Equal(["invalid", "offered"], (await Host.PostAsync("/api/leads", ALead.List(twice, ALead.Json("once")))).Expect(202).Results());
    }

    [Fact]
    public async Task Half_a_character_is_refused_and_not_a_failure()
    {
        Assert.Contains("half characters", Assert.Single((await Host.PostAsync("/api/leads", ALead.Json("half", more: "\"need\": \"\\ud800\""))).Expect(400).Errors()), StringComparison.Ordinal);
        (await Host.PostAsync("/api/leads", """{ "\ud800": 1, "externalId": "\udc00" }""")).Expect(400);
        (await Host.PostAsync("/api/funnel", """{ "text": "\ud800", "actor": "\ud800" }""")).Expect(400);
        (await Host.PostAsync("/api/outcomes", """{ "handoff": "\ud800", "outcome": "won" }""")).Expect(400);
        (await Host.PostAsync("/api/handoffs/0123456789abcdef/actions", """{ "action": "\ud800", "actor": "rep@sales.example" }""")).Expect(400);
    }

    [Fact]
    public async Task More_than_eight_mebibytes_are_too_large_whether_announced_or_not()
    {
        var large = Encoding.UTF8.GetBytes(new string(' ', (8 * 1024 * 1024) + 1));

        Assert.Contains("8 MiB", (await SendAsync("/api/leads", large, "application/json")).Expect(413).Text("detail"), StringComparison.Ordinal);
        (await SendAsync("/api/leads", large, "application/json", chunked: true)).Expect(413);
    }

    [Fact]
    public async Task A_lead_that_is_too_large_is_refused_alone()
    {
        var large = ALead.Json("large", more: $"\"need\": \"{new string('x', 70_000)}\"");

        Assert.Equal(["invalid", "offered"], (await Host.PostAsync("/api/leads", ALead.List(large, ALead.Json("small")))).Expect(202).Results());
    }

    private async Task<Answer> SendAsync(string route, byte[] body, string? type, bool chunked = false)
    {
        using var content = chunked ? (HttpContent)new StreamContent(new MemoryStream(body)) : new ByteArrayContent(body);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        if (chunked)
        {
            content.Headers.ContentLength = null;
        }

        return await Host.SendAsync(HttpMethod.Post, route, content, chunked ? [("Transfer-Encoding", "chunked")] : []);
    }
}
