using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json.Nodes;
using Baton.Handoffs.Funnel.Commands;
using Baton.Teams.Events;
using Baton.Teams.Installing;

namespace Baton.Teams.Tests.Installing;

public sealed class TeamsPackageTests
{
    private static readonly Guid App = Guid.Parse("5b0e6d4a-9f0b-4a55-9d56-6a4a4d5e1c01");
    private static readonly Uri Address = new("https://baton.example.com");
    private static readonly string Node = typeof(TeamsPackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NodeFolder").Value!;

    [Fact]
    public void The_package_has_manifest_texts_and_icons_at_the_top_and_is_always_the_same()
    {
        var (one, other) = (Package(), Package());
        using var zip = new ZipArchive(new MemoryStream(one));

        Assert.Equal(["manifest.json", "ja.json", "color.png", "outline.png"], zip.Entries.Select(e => e.FullName));
        Assert.Equal(one, other);
    }

    [Fact]
    public async Task Microsofts_own_schemas_find_nothing_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("baton-app-");
        using (var zip = new ZipArchive(new MemoryStream(Package())))
        {
            await zip.ExtractToDirectoryAsync(folder.FullName);
        }

        Assert.Equal("", await ValidateAsync(folder.FullName));
        folder.Delete(true);
    }

    [Fact]
    public void What_the_service_demands_of_a_bot_in_teams_beyond_the_schema_is_in_the_manifest()
    {
        var manifest = JsonNode.Parse(TeamsManifest.Write(App, Address, "1.2.3"))!.AsObject();

        Assert.Contains("team", manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()));
        Assert.True(Version.Parse(manifest["manifestVersion"]!.GetValue<string>()) >= new Version(1, 25));
        Assert.Equal("tier1", manifest["supportsChannelFeatures"]?.GetValue<string>());
        Assert.False(manifest.ContainsKey("supportedChannelTypes"));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_are_as_large_as_Teams_wants_them(string name, int size)
    {
        using var zip = new ZipArchive(new MemoryStream(Package()));
        using var icon = zip.GetEntry(name)!.Open();
        var head = new byte[24];
        icon.ReadExactly(head);

        Assert.Equal((size, size), ((head[18] << 8) | head[19], (head[22] << 8) | head[23]));
    }

    [Fact]
    public void Every_command_of_the_menu_is_one_in_both_languages_and_fits()
    {
        Assert.True(TeamsCommandWord.All.Count <= 12);
        Assert.All(TeamsCommandWord.All, word =>
        {
            Assert.True(word.Title.Length <= 32 && word.TitleJa.Length <= 32);
            Assert.IsNotType<FunnelCommand.Unknown>(FunnelParser.Parse(CommandName.Split(word.Title).Text, "en").Command);
            Assert.IsNotType<FunnelCommand.Unknown>(FunnelParser.Parse(CommandName.Split(word.TitleJa).Text, "ja").Command);
        });
    }

    [Fact]
    public void The_manifest_asks_to_read_channels_offers_slash_commands_and_names_one_bot()
    {
        var manifest = JsonNode.Parse(TeamsManifest.Write(App, Address, "1.2.3"))!;
        var bot = manifest["bots"]!.AsArray().Single()!;

        Assert.Equal(TeamsManifest.ReadsChannels, manifest["authorization"]!["permissions"]!["resourceSpecific"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(App.ToString(), bot["botId"]!.GetValue<string>());
        Assert.Contains("slash", bot["commandLists"]![1]!["triggers"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("baton.example.com", manifest["validDomains"]![0]!.GetValue<string>());
    }

    private static byte[] Package()
    {
        using var stream = new MemoryStream();
        TeamsPackage.Write(stream, App, Address, "1.2.3");
        return stream.ToArray();
    }

    private static async Task<string> ValidateAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["validate.cjs", folder]) { WorkingDirectory = Node, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return process.ExitCode == 0 ? await said : await wrong;
    }
}
