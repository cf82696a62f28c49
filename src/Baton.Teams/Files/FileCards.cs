using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Teams.Files;

/// <summary>
/// The two cards of a file that a bot gives somebody (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4): one asks whether the person wants it, the other shows it
/// once it is in the person's OneDrive. Teams takes them only where the person is alone with the bot.
/// </summary>
internal static class FileCards
{
    /// <summary>The content type of the card that asks.</summary>
    public const string ConsentType = "application/vnd.microsoft.teams.card.file.consent";

    /// <summary>The content type of the card that shows the file.</summary>
    public const string InfoType = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>The name under which the card carries what the file is made of when the person wants it.</summary>
    public const string Command = "command";

    /// <summary>Asks.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="bytes">How long it is.</param>
    /// <param name="description">What it is.</param>
    /// <param name="command">What makes it: it is made anew when the person wants it.</param>
    /// <param name="locale">The language of the description.</param>
    public static JsonObject Consent(string name, int bytes, string description, string command, string locale) => Message(locale, $"{name}: {description}", new JsonObject
    {
        ["contentType"] = ConsentType,
        ["name"] = name,
        ["content"] = new JsonObject
        {
            ["description"] = description,
            ["sizeInBytes"] = bytes,
            ["acceptContext"] = new JsonObject { [Command] = command },
            ["declineContext"] = new JsonObject { [Command] = command },
        },
    });

    /// <summary>Shows the file.</summary>
    public static JsonObject Info(UploadPlace file, string locale) => Message(locale, file.Name, new JsonObject
    {
        ["contentType"] = InfoType,
        ["contentUrl"] = file.ContentUrl,
        ["name"] = file.Name,
        ["content"] = new JsonObject { ["uniqueId"] = file.UniqueId, ["fileType"] = file.FileType },
    });

    private static JsonObject Message(string locale, string summary, JsonObject attachment) => new()
    {
        ["type"] = "message",
        ["locale"] = locale,
        ["summary"] = LeadText.OneLine(summary),
        ["attachments"] = new JsonArray(attachment),
    };
}
