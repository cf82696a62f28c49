using System.Net;
using System.Text.RegularExpressions;

namespace Baton.Web.Tests.Console;

public sealed partial class ConsoleClientTests
{
    [Fact]
    public async Task The_page_and_everything_it_loads_are_served()
    {
        await using var host = await ConsoleHost.StartAsync();
        var answer = await host.Http.GetAsync("/console/");
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var links = Links().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(3, links.Count);
        foreach (var link in links)
        {
            Assert.StartsWith("./", link, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/console/" + link)).StatusCode);
        }
    }

    [Fact]
    public async Task The_address_gets_its_slash_and_keeps_its_question()
    {
        await using var host = await ConsoleHost.StartAsync();
        Assert.Equal("/console/?as=sam@example.com", (await host.Http.GetAsync("/console?as=sam@example.com")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/console/nothing.js")]
    [InlineData("/console/..%2fappsettings.json")]
    [InlineData("/console/api/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var host = await ConsoleHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(path)).StatusCode);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Links();
}
