using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Baton.Bot.Commands;
using Baton.Teams.Installing;
using Baton.Teams.Tests.Hosting;

namespace Baton.Teams.Tests.Installing;

/// <summary>What the manifest promises of privacy and terms is there, in both languages.</summary>
public sealed class PolicyPageTests
{
    private const string App = "5b0e6d4a-9f0b-4a55-9d56-6a4a4d5e1c01";

    [Fact]
    public async Task The_pages_that_the_manifest_names_are_served_in_the_browsers_language_and_lead_to_the_other()
    {
        await using var office = await TeamsOffice.StartAsync(installed: false);
        var developer = JsonNode.Parse(TeamsManifest.Write(Guid.Parse(App), new Uri("https://baton.example.com"), "1.0.0"))!["developer"]!;

        foreach (var (name, english, japanese) in new[] { ("privacyUrl", "Baton and personal data", "Batonと個人データ"), ("termsOfUseUrl", "Terms of use of Baton", "Batonの利用条件") })
        {
            var path = new Uri(developer[name]!.GetValue<string>()).AbsolutePath;
            Assert.Contains($"<h1>{english}</h1>", await PageAsync(office, path, "de-DE,en;q=0.5"), StringComparison.Ordinal);
            var page = await PageAsync(office, path, "ja-JP,en;q=0.5");
            Assert.Contains($"<h1>{japanese}</h1>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.Contains($"href=\"{path}?lang=en\"", page, StringComparison.Ordinal);
            Assert.Contains($"<h1>{english}</h1>", await PageAsync(office, path + "?lang=en", "ja-JP"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_company_may_name_pages_of_its_own()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("baton-app-").FullName, "app.zip");

        Assert.Equal(0, await RunAsync("--output", file, "--privacy", "https://example.com/privacy?of=baton", "--terms", "https://example.com/terms"));

        await using var zip = await ZipFile.OpenReadAsync(file);
        await using var manifest = await zip.GetEntry("manifest.json")!.OpenAsync();
        var developer = (await JsonNode.ParseAsync(manifest))!["developer"]!;
        Assert.Equal(("https://example.com/privacy?of=baton", "https://example.com/terms"), (developer["privacyUrl"]!.GetValue<string>(), developer["termsOfUseUrl"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("--privacy", "http://example.com/privacy")]
    [InlineData("--terms", "terms")]
    public async Task An_address_that_Teams_would_not_take_is_refused(string option, string address) =>
        Assert.Equal(1, await RunAsync(option, address));

    private static Task<int> RunAsync(params string[] more) =>
        ManifestCommand.Create(TextWriter.Null).Parse(["teams", "--id", App, "--url", "https://baton.example.com", .. more]).InvokeAsync(new() { Output = TextWriter.Null, Error = TextWriter.Null });

    private static async Task<string> PageAsync(TeamsOffice office, string path, string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Accept-Language", languages);
        using var response = await office.Client.SendAsync(request);
        Assert.Equal(("text/html", HttpStatusCode.OK), (response.Content.Headers.ContentType?.MediaType, response.StatusCode));
        return await response.Content.ReadAsStringAsync();
    }
}
