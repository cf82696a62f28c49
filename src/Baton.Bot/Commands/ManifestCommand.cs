using System.CommandLine;
using Baton.Slack.Installing;

namespace Baton.Bot.Commands;

/// <summary><c>baton manifest slack</c>: prints what Slack makes the app from, ready to be pasted.</summary>
internal static class ManifestCommand
{
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
        return new Command("manifest", "Print what a chat platform makes its app from.") { slack };
    }

    private static string NameOf(string? text) => text?.Trim() ?? SlackManifest.UsualName;

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https", PathAndQuery: "/", Fragment: "", UserInfo: "" } ? address : null;
}
