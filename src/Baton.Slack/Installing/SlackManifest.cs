using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.Http;
using Baton.Slack.Incoming;

namespace Baton.Slack.Installing;

/// <summary>
/// The description of the app that Slack makes an app from (https://docs.slack.dev/reference/app-manifest). Everything that Baton listens to and calls is in it,
/// from where the code has it.
/// </summary>
public static class SlackManifest
{
    /// <summary>The longest name of an app.</summary>
    public const int LongestName = 35;

    /// <summary>The name when no other is wanted.</summary>
    public const string UsualName = "Baton";

    /// <summary>The events that Baton listens to.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        "app_home_opened", "app_mention", "app_uninstalled", "channel_archive", "channel_deleted", "channel_left", "channel_unarchive", "group_archive", "group_deleted",
        "group_left", "group_unarchive", "member_joined_channel", "message.channels", "message.groups", "message.im", "tokens_revoked", "user_change",
    ];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest of an app that Slack calls over HTTP.</summary>
    /// <param name="url">Where Baton is: <c>https</c>, a host, nothing after it.</param>
    /// <param name="name">The app's name, 1 to <see cref="LongestName"/> characters.</param>
    public static string ForHttp(Uri url, string name = UsualName) => Write(url, name);

    /// <summary>The manifest of an app that opens sockets to Slack, so that nothing of Baton's has to be public.</summary>
    /// <param name="name">The app's name, 1 to <see cref="LongestName"/> characters.</param>
    public static string ForSockets(string name = UsualName) => Write(null, name);

    private static string Write(Uri? url, string name)
    {
        var manifest = new JsonObject
        {
            ["_metadata"] = new JsonObject { ["major_version"] = 1, ["minor_version"] = 1 },
            ["display_information"] = new JsonObject
            {
                ["name"] = name,
                ["description"] = "Hands newly qualified leads from marketing to sales, and makes sure that none is dropped.",
                ["long_description"] = "Baton posts each newly qualified lead as a card that a sales rep accepts, or rejects with a reason, with one click. It runs the response times that both departments agreed on, reminds people in their own working time only, and brings every reason for a rejection back to marketing: at once in a thread, and weekly as a summary for the review.",
                ["background_color"] = "#1f3a5f",
            },
            ["features"] = Features(url, name),
            ["oauth_config"] = OAuth(url),
            ["settings"] = Settings(url),
        };
        return manifest.ToJsonString(Readable) + "\n";
    }

    private static JsonObject OAuth(Uri? url)
    {
        var oauth = new JsonObject();
        if (url is not null)
        {
            oauth["redirect_urls"] = new JsonArray((JsonNode)new Uri(url, InstallEndpoints.Redirect).ToString());
        }

        oauth["scopes"] = new JsonObject { ["bot"] = List(SlackScopes.Needed) };
        return oauth;
    }

    private static JsonObject Features(Uri? url, string name)
    {
        var command = new JsonObject
        {
            ["command"] = "/funnel",
            ["description"] = "Leads, reasons, response times and figures",
            ["usage_hint"] = "help | this week by source | reasons | queue | mine | lead 5100",
            ["should_escape"] = true,
        };
        AddUrl(command, "url", url, SlackEndpoints.Commands);
        return new JsonObject
        {
            ["app_home"] = new JsonObject { ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false },
            ["bot_user"] = new JsonObject { ["display_name"] = BotName(name), ["always_online"] = true },
            ["shortcuts"] = new JsonArray(new JsonObject { ["name"] = "Show this lead", ["type"] = "message", ["callback_id"] = InteractionReader.ShowLead, ["description"] = "The lead of a message as it stands now" }),
            ["slash_commands"] = new JsonArray(command),
        };
    }

    private static JsonObject Settings(Uri? url)
    {
        var events = new JsonObject();
        AddUrl(events, "request_url", url, SlackEndpoints.Events);
        events["bot_events"] = List(Events);
        var interactivity = new JsonObject { ["is_enabled"] = true };
        AddUrl(interactivity, "request_url", url, SlackEndpoints.Interactivity);
        return new JsonObject
        {
            ["event_subscriptions"] = events,
            ["interactivity"] = interactivity,
            ["org_deploy_enabled"] = false,
            ["socket_mode_enabled"] = url is null,
            ["token_rotation_enabled"] = false,
        };
    }

    private static void AddUrl(JsonObject to, string key, Uri? url, string path)
    {
        if (url is not null)
        {
            to[key] = new Uri(url, path).ToString();
        }
    }

    // Slack takes small letters, digits, - _ and . there.
    private static string BotName(string name)
    {
        var fitting = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return fitting.Length > 0 ? fitting : "baton";
    }

    private static JsonArray List(IEnumerable<string> items) => [.. items.Select(i => (JsonNode)i)];
}
