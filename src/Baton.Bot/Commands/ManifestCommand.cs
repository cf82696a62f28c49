using System.CommandLine;
using Baton.Slack.Installing;
using Baton.Teams.Installing;

namespace Baton.Bot.Commands;

/// <summary><c>baton manifest</c>: <c>slack</c> prints what Slack makes the app from, ready to be pasted; <c>teams</c> writes the file that Teams installs.</summary>
internal static class ManifestCommand
{
    private const string UsualVersion = "1.0.0";

    public static Command Create() => Create(System.Console.Out);

    /// <summary>Makes the command.</summary>
    /// <param name="output">Where it is printed.</param>
    internal static Command Create(TextWriter output)
    {
        var url = new Option<string?>("--url") { Description = "Where Slack reaches Baton, such as https://baton.example.com." };
        var socket = new Option<bool>("--socket") { Description = "Baton opens sockets to Slack: no public address is needed." };
        var name = new Option<string?>("--name") { Description = $"The app's name in Slack; {SlackManifest.UsualName} when left out." };
        var slack = new Command("slack", "Print the manifest of the Slack app: paste it at api.slack.com/apps > Create New App > From a manifest.") { url, socket, name };
        slack.Validators.Add(given =>
        {
            if (given.GetValue(socket) == given.GetValue(url) is not null)
            {
                given.AddError("Give either --url or --socket.");
            }
            else if (given.GetValue(url) is { } address && Address(address) is null)
            {
                given.AddError("--url must be an address such as https://baton.example.com: https, and nothing after the host.");
            }

            if (NameOf(given.GetValue(name)) is not { Length: > 0 and <= SlackManifest.LongestName })
            {
                given.AddError($"--name must have 1 to {SlackManifest.LongestName} characters.");
            }
        });
        slack.SetAction(given => output.Write(given.GetValue(url) is { } address
            ? SlackManifest.ForHttp(Address(address)!, NameOf(given.GetValue(name)))
            : SlackManifest.ForSockets(NameOf(given.GetValue(name)))));
        return new Command("manifest", "Make what a chat platform makes its app from.") { slack, Teams(output) };
    }

    private static Command Teams(TextWriter output)
    {
        var id = new Option<Guid>("--id") { Description = "The bot's app id (Azure portal > Azure Bot > Configuration > Microsoft App ID).", Required = true };
        var url = new Option<string>("--url") { Description = "Where Teams reaches Baton, such as https://baton.example.com.", Required = true };
        var version = new Option<string>("--app-version") { Description = "The app's version; a higher one replaces what is installed.", DefaultValueFactory = _ => UsualVersion };
        var privacy = new Option<string?>("--privacy") { Description = "Your own page on personal data, such as https://example.com/privacy; Baton's /privacy when left out." };
        var terms = new Option<string?>("--terms") { Description = "Your own terms of use, such as https://example.com/terms; Baton's /terms when left out." };
        var file = new Option<FileInfo>("--output") { Description = "The file to write.", DefaultValueFactory = _ => new FileInfo("baton-teams.zip") };
        var teams = new Command("teams", "Write the Teams app as a file: upload it in Teams > Apps > Manage your apps > Upload an app.") { id, url, version, privacy, terms, file };
        teams.Validators.Add(given =>
        {
            if (Address(given.GetValue(url) ?? "") is null)
            {
                given.AddError("--url must be an address such as https://baton.example.com: https, and nothing after the host.");
            }

            if (!Version.TryParse(given.GetValue(version) ?? UsualVersion, out var three) || three.Build < 0 || three.Revision >= 0)
            {
                given.AddError("--app-version must be three numbers such as 1.0.0.");
            }

            foreach (var page in new[] { privacy, terms })
            {
                if (given.GetValue(page) is { } address && Page(address) is null)
                {
                    given.AddError($"{page.Name} must be an address such as https://example.com/page: https, and at most {TeamsManifest.LongestAddress} characters.");
                }
            }
        });
        teams.SetAction(given =>
        {
            var to = given.GetValue(file)!;
            using (var stream = to.Create())
            {
                TeamsPackage.Write(stream, given.GetValue(id), Address(given.GetValue(url)!)!, given.GetValue(version)!, Page(given.GetValue(privacy)), Page(given.GetValue(terms)));
            }

            output.WriteLine($"{to.FullName}: upload it in Teams > Apps > Manage your apps > Upload an app.");
        });
        return teams;
    }

    private static string NameOf(string? text) => text?.Trim() ?? SlackManifest.UsualName;

    private static Uri? Page(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var page) && page is { Scheme: "https", UserInfo: "" } && page.AbsoluteUri.Length <= TeamsManifest.LongestAddress ? page : null;

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https", PathAndQuery: "/", Fragment: "", UserInfo: "" } ? address : null;
}
