using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Edges.Reading;
using Baton.Teams.Files;

namespace Baton.Teams.Incoming;

/// <summary>
/// Reads activities of which anything may be missing, and more may be there than is known: what is not known is left alone, as the protocol asks
/// (https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md, A2005 and A2006).
/// </summary>
internal static class ActivityReader
{
    private const string MessageType = "message";

    /// <summary>Whether it is one that waits for an answer.</summary>
    public static bool IsInvoke(JsonElement activity) => activity.Text("type") == "invoke";

    /// <summary>Where and by whom; null when that cannot be told, and so nothing be done.</summary>
    public static Surroundings? Around(JsonElement activity)
    {
        var (conversation, from, data) = (activity.At("conversation"), activity.At("from"), activity.At("channelData"));
        if (conversation.Text("id") is not { Length: > 0 } id || from.Text("id") is not { Length: > 0 } sender || !Uri.TryCreate(activity.Text("serviceUrl"), UriKind.Absolute, out var service))
        {
            return null;
        }

        var (channel, thread) = ThreadIds.Split(id);
        var messageId = activity.Text("id");
        return new Surroundings
        {
            ServiceUrl = service,
            Conversation = channel,
            Kind = KindOf(conversation, data),
            Thread = thread == messageId ? null : thread,
            Team = data.At("team").Text("id"),
            Tenant = conversation.Text("tenantId") ?? data.At("tenant").Text("id"),
            Id = messageId,
            From = new Sender(sender, from.Text("aadObjectId"), from.Text("role") is "bot" or "skill" || sender.StartsWith("28:", StringComparison.Ordinal), LocaleOf(activity), ZoneOf(activity)),
            Self = activity.At("recipient").Text("id"),
            IsTargeted = activity.At("recipient").Says("isTargeted"),
            At = DateTimeOffset.TryParse(activity.Text("timestamp"), System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null,
        };
    }

    /// <summary>What an activity tells of.</summary>
    public static TeamsActivity Activity(JsonElement activity, Surroundings at) => (activity.Text("type"), activity.At("channelData").Text("eventType")) switch
    {
        (MessageType, _) when at.From.IsBot => new TeamsActivity.Nothing(at, "a bot's message"),
        (MessageType, _) when Submitted(activity) is { } data => new TeamsActivity.Submitted(at, data),
        (MessageType, _) => new TeamsActivity.Wrote(at, MessageText.Of(activity, at.Self, out var mentioned), mentioned) { Mentions = MessageText.Mentions(activity, at.Self) },
        ("messageUpdate", "editMessage" or "undeleteMessage" or null) when !at.From.IsBot => new TeamsActivity.Edited(at, MessageText.Of(activity, at.Self, out _)),
        ("messageDelete", _) => new TeamsActivity.Deleted(at),
        ("installationUpdate", _) => Installation(activity, at),
        ("conversationUpdate", var happened) => ConversationUpdates.Read(activity, happened, at),
        (var type, _) => new TeamsActivity.Nothing(at, type ?? "nothing"),
    };

    /// <summary>What an invoke asks for.</summary>
    public static TeamsInvoke Invoke(JsonElement activity, Surroundings at) => (activity.Text("name"), activity.At("value")) switch
    {
        ("adaptiveCard/action", var value) => Pressed(value.At("action"), at),
        ("task/fetch", var value) => Object(value.At("data")) is { } data ? new TeamsInvoke.DialogWanted(at, data) : NoData(at),
        ("task/submit", var value) => Object(value.At("data")) is { } data ? new TeamsInvoke.DialogSent(at, data) : NoData(at),
        ("fileConsent/invoke", var value) => FileAnswered(value, activity.Text("replyToId"), at),
        (var name, _) => new TeamsInvoke.Foreign(at, name ?? ""),
    };

    private static TeamsInvoke Pressed(JsonElement action, Surroundings at) =>
        action.ValueKind != JsonValueKind.Object ? new TeamsInvoke.Malformed(at, "BadRequest", "'value.action' is missing.")
        : action.Text("type") != "Action.Execute" ? new TeamsInvoke.Malformed(at, "NotSupported", "'value.action.type' must be Action.Execute.")
        : action.Text("verb") is not { Length: > 0 } verb ? new TeamsInvoke.Malformed(at, "BadRequest", "'value.action.verb' is missing.")
        : Object(action.At("data")) is not { } data ? new TeamsInvoke.Malformed(at, "BadRequest", "'value.action.data' is missing.")
        : new TeamsInvoke.Pressed(at, verb, data);

    private static TeamsInvoke FileAnswered(JsonElement value, string? offer, Surroundings at) => (value.Text("action"), value.At("context").Text(FileCards.Command), value.At("uploadInfo")) switch
    {
        (_, null, _) => new TeamsInvoke.Malformed(at, "BadRequest", "'value.context' is missing."),
        ("decline", var command, _) => new TeamsInvoke.FileAnswered(at, command, offer, null),
        ("accept", var command, var file) when file.Text("uploadUrl") is { } upload && file.Text("contentUrl") is { } content && file.Text("name") is { } name && file.Text("uniqueId") is { } id =>
            new TeamsInvoke.FileAnswered(at, command, offer, new UploadPlace(upload, content, name, id, file.Text("fileType") ?? "")),
        _ => new TeamsInvoke.Malformed(at, "BadRequest", "'value.action' or 'value.uploadInfo' is missing."),
    };

    private static TeamsInvoke.Malformed NoData(Surroundings at) => new(at, "BadRequest", "'value.data' is missing.");

    // A button that is sent as a message carries a value and usually no text (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions).
    private static JsonObject? Submitted(JsonElement activity) => Object(activity.At("value"));

    private static JsonObject? Object(JsonElement value) => value.ValueKind == JsonValueKind.Object ? JsonObject.Create(value.Clone()) : null;

    private static TeamsActivity Installation(JsonElement activity, Surroundings at) => activity.Text("action") switch
    {
        "remove" => new TeamsActivity.Uninstalled(at),
        "add" => new TeamsActivity.Installed(at),
        "add-upgrade" => new TeamsActivity.Installed(at, IsUpgrade: true),
        var other => new TeamsActivity.Nothing(at, $"installationUpdate {other}"),
    };

    private static ConversationKind KindOf(JsonElement conversation, JsonElement data) => conversation.Text("conversationType") switch
    {
        "personal" => ConversationKind.Personal,
        "groupChat" => ConversationKind.GroupChat,
        "channel" => ConversationKind.Channel,
        _ => data.At("team").ValueKind == JsonValueKind.Object ? ConversationKind.Channel : conversation.Says("isGroup") ? ConversationKind.GroupChat : ConversationKind.Personal,
    };

    private static string? LocaleOf(JsonElement activity) => activity.Text("locale") ?? ClientInfo(activity).Text("locale");

    private static string? ZoneOf(JsonElement activity) => activity.Text("localTimezone") ?? ClientInfo(activity).Text("timezone");

    private static JsonElement ClientInfo(JsonElement activity) => activity.At("entities").Items().FirstOrDefault(entity => entity.Text("type") == "clientInfo");
}
