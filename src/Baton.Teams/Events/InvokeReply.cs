using System.Text.Json.Nodes;

namespace Baton.Teams.Events;

/// <summary>
/// What an invoke is answered with its response. Of a card's button the HTTP status is 200 whatever happened, and an inner one tells
/// (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format).
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record InvokeReply(int Status, JsonObject? Body)
{
    /// <summary>The card that takes the place of the pressed one for that person.</summary>
    public static InvokeReply Card(JsonObject card) => Inner(200, "application/vnd.microsoft.card.adaptive", card);

    /// <summary>A word to that person; the card stays as it is.</summary>
    public static InvokeReply Message(string text) => Inner(200, "application/vnd.microsoft.activity.message", text);

    /// <summary>What was wrong with the invoke itself, or why it cannot be answered now.</summary>
    /// <param name="code">The inner status: 400 or 500.</param>
    /// <param name="name">For programs.</param>
    /// <param name="why">For people.</param>
    public static InvokeReply Error(int code, string name, string why) =>
        Inner(code, "application/vnd.microsoft.error", new JsonObject { ["code"] = name, ["message"] = why });

    /// <summary>An invoke that nobody here knows.</summary>
    public static InvokeReply Unknown { get; } = new(501, null);

    /// <summary>Received; what comes of it follows as messages.</summary>
    public static InvokeReply Received { get; } = new(200, null);

    /// <summary>A dialog that opens or goes on, with a card (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots).</summary>
    public static InvokeReply Dialog(string title, JsonObject attachment) => Task("continue", new JsonObject { ["title"] = title, ["height"] = "large", ["width"] = "medium", ["card"] = attachment });

    /// <summary>A dialog's last word.</summary>
    public static InvokeReply DialogWord(string text) => Task("message", text);

    /// <summary>The dialog closes.</summary>
    public static InvokeReply DialogClosed { get; } = new(200, null);

    private static InvokeReply Inner(int code, string type, JsonNode value) => new(200, new JsonObject { ["statusCode"] = code, ["type"] = type, ["value"] = value });

    private static InvokeReply Task(string type, JsonNode value) => new(200, new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });
}
