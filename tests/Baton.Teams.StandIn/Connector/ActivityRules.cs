using System.Text.Json;

namespace Baton.Teams.StandIn.Connector;

/// <summary>What Teams takes of an activity (protocol-activity.md of the Bot Framework; https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages).</summary>
internal static class ActivityRules
{
    /// <summary>The most characters of UTF-16 times two, so bytes, that a message may have.</summary>
    public const int MostBytes = 100 * 1024;

    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string OfferType = "application/vnd.microsoft.teams.card.file.consent";
    private const string FileType = "application/vnd.microsoft.teams.card.file.info";
    private static readonly string[] Types = ["message", "typing", "event", "messageReaction"];
    private static readonly string[] CardVersions = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"];

    public static void Check(JsonElement activity)
    {
        if (activity.ValueKind != JsonValueKind.Object || Text(activity, "type") is not { } type || !Types.Contains(type))
        {
            throw new RefusalException("Activity type is missing or unknown.");
        }

        if (activity.GetRawText().Length * 2 > MostBytes)
        {
            throw new RefusalException(413, "MessageSizeTooBig", "Message size too large.");
        }

        var cards = Attachments(activity);
        if (type == "message" && string.IsNullOrEmpty(Text(activity, "text")) && cards.Count == 0)
        {
            throw new RefusalException("A message needs text or attachments.");
        }

        foreach (var attachment in cards)
        {
            CheckAttachment(attachment);
        }
    }

    private static List<JsonElement> Attachments(JsonElement activity) =>
        activity.TryGetProperty("attachments", out var all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray()] : [];

    private static void CheckAttachment(JsonElement attachment)
    {
        if (Text(attachment, "contentType") is not { } type)
        {
            throw new RefusalException("An attachment has no content type.");
        }

        if (type is OfferType or FileType)
        {
            CheckFile(attachment, type);
        }

        if (type != CardType)
        {
            return;
        }

        if (!attachment.TryGetProperty("content", out var card) || card.ValueKind != JsonValueKind.Object || Text(card, "type") != "AdaptiveCard")
        {
            throw new RefusalException("The card is no Adaptive Card.");
        }

        if (Text(card, "version") is not { } version || !CardVersions.Contains(version))
        {
            throw new RefusalException("The card's version is missing or not supported.");
        }
    }

    /// <summary>Whether an activity gives or offers a file, which Teams takes only where a person is alone with the bot.</summary>
    public static bool HasFile(JsonElement activity) => Attachments(activity).Exists(it => Text(it, "contentType") is OfferType or FileType);

    // As the examples of https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 are.
    private static void CheckFile(JsonElement attachment, string type)
    {
        var content = attachment.TryGetProperty("content", out var given) && given.ValueKind == JsonValueKind.Object ? given : throw new RefusalException("The card of a file has no content.");
        var isWhole = type == OfferType
            ? Text(content, "description") is not null && content.TryGetProperty("sizeInBytes", out var size) && size.TryGetInt64(out var bytes) && bytes > 0
                && content.TryGetProperty("acceptContext", out var yes) && yes.ValueKind == JsonValueKind.Object && content.TryGetProperty("declineContext", out var no) && no.ValueKind == JsonValueKind.Object
            : Text(attachment, "contentUrl") is not null && Text(content, "uniqueId") is not null && Text(content, "fileType") is not null;
        if (!isWhole || string.IsNullOrEmpty(Text(attachment, "name")))
        {
            throw new RefusalException("The card of a file lacks something.");
        }
    }

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
