using System.Text.Json;
using Baton.Bot.Commands;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Tests.Docs;
using Microsoft.Extensions.Configuration;

namespace Baton.Bot.Tests.Deployment;

public sealed class ImageTests(DeploymentFiles files) : IClassFixture<DeploymentFiles>
{
    [Fact]
    public void A_checker_of_Dockerfiles_finds_nothing() => Assert.Empty(DeploymentFiles.Problems(files.Ours, "dockerfile"));

    [Fact]
    public async Task A_mistake_in_the_Dockerfile_is_found()
    {
        using var copy = new CopiedFiles();
        copy.Change("Dockerfile", text => text.Replace("EXPOSE 8080", "EXPOZE 8080", StringComparison.Ordinal));

        Assert.NotEmpty(DeploymentFiles.Problems(await DeploymentFiles.CheckAsync(copy.Root), "dockerfile"));
    }

    [Fact]
    public void The_image_that_runs_has_no_shell_no_root_and_a_health_check_that_needs_neither()
    {
        var last = files.Instructions.Skip(files.Instructions.ToList().FindLastIndex(i => i.Keyword == "FROM")).ToList();

        Assert.Contains("chiseled", last[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(last, i => i.Keyword is "RUN" or "ADD");
        Assert.Matches(@"^[1-9]\d*:[1-9]\d*$", last.Last(i => i.Keyword == "USER").Arguments);
        Assert.Equal("SIGTERM", last.Single(i => i.Keyword == "STOPSIGNAL").Arguments);
        Assert.All(last.Where(i => i.Keyword is "ENTRYPOINT" or "CMD"), i => Assert.NotEmpty(JsonSerializer.Deserialize<string[]>(i.Text)!));
        Assert.Equal(["doctor", "--live"], JsonSerializer.Deserialize<string[]>(last.Single(i => i.Keyword == "HEALTHCHECK").Text.Split("CMD ")[1])![2..]);
        Assert.All(files.Instructions.Where(i => i.Keyword == "FROM"), i => Assert.Matches(@":[\w.-]*\d", i.Text));
    }

    [Fact]
    public void It_listens_where_it_says()
    {
        var listens = files.Instructions.Where(i => i.Keyword == "ENV").Select(i => i.Text).Single(t => t.Contains("urls=", StringComparison.Ordinal));

        Assert.Contains($":{files.Instructions.Single(i => i.Keyword == "EXPOSE").Arguments}", listens, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_named_gets_into_the_image()
    {
        var lines = Documents.Read(".dockerignore").Split('\n').Where(l => l.Length > 0 && l[0] != '#').ToList();

        Assert.Equal("*", lines[0]);
        Assert.All(lines.Where(l => l[0] == '!'), l => Assert.True(Path.Exists(Path.Combine(Documents.Root, l[1..])), l));
        Assert.DoesNotContain("!data/", lines);
    }

    [Fact]
    public async Task The_health_check_asks_the_server_of_this_machine()
    {
        await using var host = await ApiHost.StartAsync();
        var port = host.Client.BaseAddress!.Port;

        Assert.Equal(ExitCodes.Fine, await LiveAsync($"http://127.0.0.1:{port}"));
        Assert.Equal(ExitCodes.Fine, await LiveAsync($"http://0.0.0.0:{port};http://127.0.0.1:1"));
        Assert.Equal(ExitCodes.Fine, await LiveAsync($"http://*:{port}"));
        Assert.Equal(ExitCodes.Failed, await LiveAsync("http://127.0.0.1:1"));
        Assert.Equal(ExitCodes.WrongConfiguration, await LiveAsync("somewhere"));
    }

    private static Task<int> LiveAsync(string urls) =>
        LiveCheck.RunAsync(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["urls"] = urls }).Build(), default);
}
