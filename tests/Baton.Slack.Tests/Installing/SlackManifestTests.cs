using System.Runtime.CompilerServices;
using System.Text.Json;
using Baton.Bot.Commands;
using Baton.Slack.Api;
using Baton.Slack.Installing;

namespace Baton.Slack.Tests.Installing;

public sealed class SlackManifestTests
{
    private static readonly Uri Address = new("https://baton.example.com");

    [Theory]
    [InlineData("Baton")]
    [InlineData("営業バトン")]
    [InlineData("A name that is as long as Slack takes")]
    public void A_manifest_is_one_that_Slack_takes(string name)
    {
        var cut = name.Length > SlackManifest.LongestName ? name[..SlackManifest.LongestName] : name;

        Assert.Empty(ManifestRules.Broken(JsonElement.Parse(SlackManifest.ForHttp(Address, cut))));
        Assert.Empty(ManifestRules.Broken(JsonElement.Parse(SlackManifest.ForSockets(cut))));
    }

    [Fact]
    public void It_asks_for_every_scope_that_a_method_needs_and_for_no_other_but_hearing()
    {
        var scopes = JsonElement.Parse(SlackManifest.ForSockets()).GetProperty("oauth_config").GetProperty("scopes").GetProperty("bot").EnumerateArray().Select(s => s.GetString()!).ToList();

        Assert.Equal(["app_mentions:read", "commands"], scopes.Except(SlackMethod.All.SelectMany(m => m.Scopes)).Order(StringComparer.Ordinal));
        Assert.Empty(SlackMethod.All.SelectMany(m => m.Scopes).Except(scopes));
    }

    [Theory]
    [InlineData("manifest.json", false)]
    [InlineData("manifest.socket.json", true)]
    public void What_ships_is_what_is_printed(string file, bool sockets) =>
        Assert.Equal(sockets ? SlackManifest.ForSockets() : SlackManifest.ForHttp(Address), File.ReadAllText(Path.Combine(Root(), "manifests", "slack", file)));

    [Theory]
    [InlineData(0, "slack", "--socket")]
    [InlineData(0, "slack", "--url", "https://baton.example.com", "--name", "Leads")]
    [InlineData(1, "slack")]
    [InlineData(1, "slack", "--socket", "--url", "https://baton.example.com")]
    [InlineData(1, "slack", "--url", "http://baton.example.com")]
    [InlineData(1, "slack", "--url", "https://baton.example.com/slack")]
    [InlineData(1, "slack", "--socket", "--name", "A name that is longer than Slack takes")]
    public async Task The_command_prints_one_that_is_ready_to_be_pasted_or_says_what_is_wrong(int code, params string[] arguments)
    {
        await using var printed = new StringWriter();
        var parsed = ManifestCommand.Create(printed).Parse(arguments);

        var ended = await parsed.InvokeAsync(new() { Output = TextWriter.Null, Error = TextWriter.Null });

        Assert.Equal(code, ended);
        Assert.Equal(code == 0, printed.ToString().StartsWith('{'));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
