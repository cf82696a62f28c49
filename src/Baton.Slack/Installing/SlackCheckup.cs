using System.Text.Json.Nodes;
using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Wire;

namespace Baton.Slack.Installing;

/// <summary>Looks at an installation from outside: whose token it is, what it may do, whether Baton is where it is to post, and says what to click.</summary>
public sealed class SlackCheckup(SlackClient slack, SlackOptions options)
{
    private const string Apps = "api.slack.com/apps";

    /// <summary>Looks at everything.</summary>
    /// <param name="channels">The ids of the channels that are configured.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<SlackFinding>> RunAsync(IReadOnlyCollection<string> channels, CancellationToken cancellation)
    {
        var findings = new List<SlackFinding>();
        switch (await slack.CallAsync(SlackMethod.AuthTest, [], cancellation))
        {
            case SlackAnswer.Ok ok:
                findings.Add(new SlackFinding(true, $"installed in {ok.Body.Text("team")} ({ok.Body.Text("url")}) as {ok.Body.Text("user")}"));
                findings.Add(Scopes(ok.Scopes));
                break;
            case SlackAnswer.NotSent it when options.InstallsByClick && it.Why == InstalledTokens.NotYet(options):
                return [new SlackFinding(false, $"{it.Why} in a browser, while Baton runs, and click Allow.")];
            case var failed:
                return [new SlackFinding(false, Explain("auth.test", failed))];
        }

        foreach (var channel in channels.Distinct(StringComparer.Ordinal))
        {
            findings.Add(await ChannelAsync(channel, cancellation));
        }

        findings.Add(await WayInAsync(cancellation));
        if (options.InstallsByClick)
        {
            findings.Add(new SlackFinding(true, $"it can be installed again at {new Uri(new Uri(options.PublicUrl), InstallEndpoints.Install)}, into {options.Team} only; {new Uri(new Uri(options.PublicUrl), InstallEndpoints.Redirect)} must be among {Apps} > OAuth & Permissions > Redirect URLs"));
        }

        return findings;
    }

    private static SlackFinding Scopes(IReadOnlyList<string> granted)
    {
        var missing = SlackScopes.Needed.Except(granted).ToList();
        return granted.Count == 0 ? new SlackFinding(false, "Slack does not say what the token may do; check Slack:ApiUrl")
            : missing.Count == 0 ? new SlackFinding(true, $"all {SlackScopes.Needed.Count} scopes are granted")
            : new SlackFinding(false, $"missing scope(s): {string.Join(", ", missing)}. Add them at {Apps} > OAuth & Permissions > Bot Token Scopes, then click Install App > Reinstall.");
    }

    private async Task<SlackFinding> ChannelAsync(string id, CancellationToken cancellation)
    {
        if (await slack.CallAsync(SlackMethod.ConversationsInfo, new JsonObject { ["channel"] = id }, cancellation) is var answer && answer is not SlackAnswer.Ok)
        {
            return new SlackFinding(false, Explain($"channel {id}", answer));
        }

        _ = ((SlackAnswer.Ok)answer).Body.TryGet("channel", out var channel);
        var name = $"#{channel.Text("name")} ({id})";
        return channel.Flag("is_archived") ? new SlackFinding(false, $"{name} is archived. Open it in Slack, click its name > Settings > Unarchive, or configure another.")
            : !channel.Flag("is_member") ? new SlackFinding(false, $"Baton is not in {name}. Open it in Slack and send: /invite @Baton")
            : new SlackFinding(true, $"{name}: Baton is in it");
    }

    private async Task<SlackFinding> WayInAsync(CancellationToken cancellation)
    {
        if (!options.UsesSockets)
        {
            return new SlackFinding(true, $"Slack calls over HTTP; {options.SigningSecrets.Count} signing secret(s) count. Its addresses end in /slack/commands, /slack/interactivity and /slack/events.");
        }

        return await slack.CallAsync(SlackMethod.AppsConnectionsOpen, [], cancellation) switch
        {
            SlackAnswer.Ok => new SlackFinding(true, $"Socket Mode: a socket is given; {options.Sockets} are kept open"),
            var failed => new SlackFinding(false, $"{Explain("Socket Mode", failed)} The app-level token needs {SlackScopes.ForSockets} ({Apps} > Basic Information > App-Level Tokens), and Socket Mode must be on."),
        };
    }

    private static string Explain(string what, SlackAnswer answer) => answer switch
    {
        SlackAnswer.Refused it => $"{what}: {it.Code}. {it.Detail}",
        SlackAnswer.RateLimited it => $"{what}: Slack takes no more calls for {it.Wait.TotalSeconds:0} s. Try again then.",
        SlackAnswer.NotSent it => $"{what}: {it.Why} Can this machine reach slack.com?",
        SlackAnswer.Uncertain it => $"{what}: {it.Why}",
        _ => $"{what}: Slack answered something else than was expected.",
    };
}
