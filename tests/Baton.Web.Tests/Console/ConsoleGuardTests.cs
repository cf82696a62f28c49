using System.Net;
using System.Net.Http.Json;
using System.Text;
using Baton.Web.Console.Http;
using Microsoft.AspNetCore.Http;

namespace Baton.Web.Tests.Console;

public sealed class ConsoleGuardTests
{
    private const string Say = "/console/api/say?as=sam@example.com";

    [Theory]
    [InlineData("Host", "console.example.com")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Other_hosts_proxies_and_pages_are_refused(string header, string value)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Say) { Content = JsonContent.Create(new { place = "sales", text = "hello", id = "1" }) };
        request.Headers.TryAddWithoutValidation(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.SendAsync(request)).StatusCode);
        Assert.Empty(host.Messages.All);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task This_machines_own_names_are_answered(string name)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console/api/me");
        request.Headers.Host = $"{name}:{host.Http.BaseAddress!.Port}";
        request.Headers.Add("Origin", $"http://{request.Headers.Host}");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.OK, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData(null)]
    public async Task Other_machines_are_refused(string? address)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString("localhost");
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        var answer = await new ConsoleGuard().InvokeAsync(new DefaultEndpointFilterInvocationContext(http), _ => throw new InvalidOperationException("It was let in."));
        Assert.Equal(StatusCodes.Status403Forbidden, Assert.IsType<IStatusCodeHttpResult>(answer, exactMatch: false).StatusCode);
    }

    [Fact]
    public async Task A_form_or_plain_text_is_no_JSON_and_is_refused()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var content = new StringContent("""{"place":"sales","text":"hello","id":"1"}""", Encoding.UTF8, "text/plain");
        var answer = await host.Http.PostAsync(Say, content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("application/json", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_may_run_only_scripts_of_our_own()
    {
        await using var host = await ConsoleHost.StartAsync();
        var policy = (await host.Http.GetAsync("/console/")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_console_unless_it_is_wanted()
    {
        await using var host = await ConsoleHost.StartAsync(enabled: false);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/console/")).StatusCode);
    }
}
