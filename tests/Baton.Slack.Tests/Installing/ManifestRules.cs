using System.Text.Json;
using System.Text.RegularExpressions;

namespace Baton.Slack.Tests.Installing;

/// <summary>What Slack takes for a manifest, as far as Baton's has it (https://docs.slack.dev/reference/app-manifest).</summary>
internal static partial class ManifestRules
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        [""] = ["_metadata", "display_information", "features", "oauth_config", "settings"],
        ["_metadata"] = ["major_version", "minor_version"],
        ["display_information"] = ["name", "description", "long_description", "background_color"],
        ["features"] = ["app_home", "bot_user", "shortcuts", "slash_commands"],
        ["features.app_home"] = ["home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled"],
        ["features.bot_user"] = ["display_name", "always_online"],
        ["oauth_config"] = ["redirect_urls", "scopes"],
        ["oauth_config.scopes"] = ["bot", "user"],
        ["settings"] = ["event_subscriptions", "interactivity", "org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled"],
        ["settings.event_subscriptions"] = ["request_url", "bot_events"],
        ["settings.interactivity"] = ["is_enabled", "request_url"],
    };

    /// <summary>What is wrong.</summary>
    public static IReadOnlyList<string> Broken(JsonElement manifest) =>
    [
        .. Unknown(manifest, ""),
        .. Texts(manifest),
        .. manifest.GetProperty("features").GetProperty("slash_commands").EnumerateArray().SelectMany(Command),
        .. manifest.GetProperty("features").GetProperty("shortcuts").EnumerateArray().SelectMany(Shortcut),
        .. Addresses(manifest),
    ];

    private static IEnumerable<string> Unknown(JsonElement part, string path) => part.EnumerateObject().SelectMany(field =>
    {
        var below = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
        return !Known[path].Contains(field.Name) ? [$"{below} is unknown"] : field.Value.ValueKind == JsonValueKind.Object ? Unknown(field.Value, below) : [];
    });

    private static IEnumerable<string> Texts(JsonElement manifest)
    {
        var about = manifest.GetProperty("display_information");
        return
        [
            .. Length(about, "name", 1, 35), .. Length(about, "description", 0, 140), .. Length(about, "long_description", 174, 4000),
            .. Matches(about, "background_color", Colour()), .. Matches(manifest.GetProperty("features").GetProperty("bot_user"), "display_name", BotName()),
        ];
    }

    private static IEnumerable<string> Command(JsonElement command) =>
        [.. Matches(command, "command", CommandName()), .. Length(command, "description", 1, 2000), .. Length(command, "usage_hint", 0, 1000)];

    private static IEnumerable<string> Shortcut(JsonElement shortcut) =>
        [.. Length(shortcut, "name", 1, 24), .. Length(shortcut, "callback_id", 1, 255), .. Length(shortcut, "description", 1, 150), .. Matches(shortcut, "type", ShortcutType())];

    private static IEnumerable<string> Addresses(JsonElement manifest)
    {
        var settings = manifest.GetProperty("settings");
        var overSockets = settings.GetProperty("socket_mode_enabled").GetBoolean();
        JsonElement[] called = [settings.GetProperty("event_subscriptions"), settings.GetProperty("interactivity"), .. manifest.GetProperty("features").GetProperty("slash_commands").EnumerateArray()];
        return called.Select(c => c.TryGetProperty("request_url", out var url) || c.TryGetProperty("url", out url) ? url.GetString()! : null)
            .Where(url => overSockets ? url is not null : url is null || !url.StartsWith("https://", StringComparison.Ordinal) || url.Length > 3000).Select(url => $"{url} is no address for it");
    }

    private static IEnumerable<string> Length(JsonElement part, string name, int least, int most)
    {
        var length = part.GetProperty(name).GetString()!.Length;
        return length < least || length > most ? [$"{name} has {length} characters, not {least} to {most}"] : [];
    }

    private static IEnumerable<string> Matches(JsonElement part, string name, Regex form) =>
        form.IsMatch(part.GetProperty(name).GetString()!) ? [] : [$"{name} is {part.GetProperty(name)}"];

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\A[a-z0-9._-]{1,80}\z")]
    private static partial Regex BotName();

    [GeneratedRegex(@"\A/[a-z0-9_-]{1,31}\z")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"\A(message|global)\z")]
    private static partial Regex ShortcutType();
}
