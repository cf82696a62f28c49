using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Teams.Installing;

/// <summary>
/// The description of the app that Teams installs (https://learn.microsoft.com/microsoft-365/extensibility/schema). English in the manifest itself, Japanese in a file beside it.
/// </summary>
public static class TeamsManifest
{
    /// <summary>The version of the manifest's schema: the first with slash commands and messages to one person in a channel.</summary>
    public const string SchemaVersion = "1.29";

    /// <summary>The file of the Japanese texts.</summary>
    public const string JapaneseFile = "ja.json";

    /// <summary>Resource-specific consent to read a team's channels, so that replies in feedback threads need no mention.</summary>
    public const string ReadsChannels = "ChannelMessage.Read.Group";

    /// <summary>
    /// That Baton works in standard, private and shared channels alike: from version 1.25 on the service demands it of a bot in teams, and takes no <c>supportedChannelTypes</c> beside it
    /// (https://github.com/MicrosoftDocs/msteams-docs/pull/14609). The schema knows of neither rule.
    /// </summary>
    public const string ChannelFeatures = "tier1";

    /// <summary>The most characters of an address in it.</summary>
    public const int LongestAddress = 2048;

    private const string Short = "Leads from marketing to sales, and none dropped";
    private const string ShortJa = "マーケから営業へ、リードを確実に引き継ぎます";

    private const string Full = "Baton posts each newly qualified lead as a card that a sales rep accepts, or rejects with a reason, with one click. It runs the response times that both departments agreed on, reminds people in their own working time only, and brings every reason for a rejection back to marketing: at once in a thread, and weekly as a summary for the review.";

    private const string FullJa = "Batonは、新しく有望と判定されたリードをカードで投稿します。営業担当者はワンクリックで受諾、または理由を添えて却下できます。両部門で合意した対応期限を管理し、本人の勤務時間内にだけ通知します。却下の理由はすぐにスレッドで、また毎週のサマリーでマーケティングに届きます。";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest.</summary>
    /// <param name="appId">The bot's app id, which also names the app.</param>
    /// <param name="url">Where Baton is: <c>https</c>, a host, nothing after it.</param>
    /// <param name="version">The app's version, of three numbers: a higher one replaces what is installed.</param>
    /// <param name="privacy">Where people read what becomes of their data; null for Baton's own page.</param>
    /// <param name="terms">Where people read on which terms they use it; null for Baton's own page.</param>
    public static string Write(Guid appId, Uri url, string version, Uri? privacy = null, Uri? terms = null) => new JsonObject
    {
        ["$schema"] = $"https://developer.microsoft.com/en-us/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.schema.json",
        ["manifestVersion"] = SchemaVersion,
        ["version"] = version,
        ["id"] = appId.ToString("D"),
        ["developer"] = new JsonObject
        {
            ["name"] = "Baton",
            ["websiteUrl"] = url.ToString(),
            ["privacyUrl"] = (privacy ?? new Uri(url, "/privacy")).AbsoluteUri,
            ["termsOfUseUrl"] = (terms ?? new Uri(url, "/terms")).AbsoluteUri,
        },
        ["name"] = new JsonObject { ["short"] = "Baton", ["full"] = "Baton, from marketing to sales" },
        ["description"] = new JsonObject { ["short"] = Short, ["full"] = Full },
        ["icons"] = new JsonObject { ["color"] = "color.png", ["outline"] = "outline.png" },
        ["accentColor"] = "#1F3A5F",
        ["localizationInfo"] = new JsonObject
        {
            ["defaultLanguageTag"] = "en",
            ["additionalLanguages"] = new JsonArray(new JsonObject { ["languageTag"] = "ja", ["file"] = JapaneseFile }),
        },
        ["bots"] = new JsonArray(Bot(appId)),
        ["validDomains"] = new JsonArray(url.Host),
        ["webApplicationInfo"] = new JsonObject { ["id"] = appId.ToString("D"), ["resource"] = $"api://{url.Host}/{appId:D}" },
        ["authorization"] = new JsonObject
        {
            ["permissions"] = new JsonObject { ["resourceSpecific"] = new JsonArray(new JsonObject { ["name"] = ReadsChannels, ["type"] = "Application" }) },
        },
        ["supportsChannelFeatures"] = ChannelFeatures,
        ["defaultInstallScope"] = "team",
    }.ToJsonString(Readable) + "\n";

    /// <summary>The Japanese texts (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-localization): each is named by where it stands in the manifest.</summary>
    public static string WriteJapanese()
    {
        var texts = new JsonObject
        {
            ["$schema"] = $"https://developer.microsoft.com/en-us/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.Localization.schema.json",
            ["name.short"] = "Baton",
            ["name.full"] = "Baton: マーケティングから営業へ",
            ["description.short"] = ShortJa,
            ["description.full"] = FullJa,
        };
        for (var list = 0; list < 2; list++)
        {
            foreach (var (at, word) in TeamsCommandWord.All.Index())
            {
                texts[$"bots[0].commandLists[{list}].commands[{at}].title"] = word.TitleJa;
                texts[$"bots[0].commandLists[{list}].commands[{at}].description"] = word.DescriptionJa;
            }
        }

        return texts.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Bot(Guid appId) => new()
    {
        ["botId"] = appId.ToString("D"),
        ["scopes"] = new JsonArray("personal", "team", "groupChat"),
        ["supportsFiles"] = true,
        ["isNotificationOnly"] = false,
        ["supportsTargetedMessages"] = true,
        ["commandLists"] = new JsonArray(
            new JsonObject { ["scopes"] = new JsonArray("personal"), ["commands"] = Commands() },
            new JsonObject { ["scopes"] = new JsonArray("team", "groupChat"), ["triggers"] = new JsonArray("mention", "slash"), ["commands"] = Commands() }),
    };

    private static JsonArray Commands() => [.. TeamsCommandWord.All.Select(word => new JsonObject { ["title"] = word.Title, ["description"] = word.Description })];
}
