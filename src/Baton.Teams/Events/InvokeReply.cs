using System.Text.Json;
using Baton.AdaptiveCards;

namespace Baton.Teams.Events;

/// <summary>
/// What an invoke is answered with its response. Of a card's button the HTTP status is 200 whatever happened, and an inner one tells
/// (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format).
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, JSON in UTF-8; null for none.</param>
internal sealed record InvokeReply(int Status, ReadOnlyMemory<byte>? Body)
{
    /// <summary>The card that takes the place of the pressed one for that person.</summary>
    public static InvokeReply Card(AdaptiveCardJson card) => Inner(200, AdaptiveCardRenderer.ContentType, card.WriteTo);

    /// <summary>A word to that person; the card stays as it is.</summary>
    public static InvokeReply Message(string text) => Inner(200, "application/vnd.microsoft.activity.message", json => json.WriteStringValue(text));

    /// <summary>What was wrong with the invoke itself, or why it cannot be answered now.</summary>
    /// <param name="code">The inner status: 400 or 500.</param>
    /// <param name="name">For programs.</param>
    /// <param name="why">For people.</param>
    public static InvokeReply Error(int code, string name, string why) => Inner(code, "application/vnd.microsoft.error", json =>
    {
        json.WriteStartObject();
        json.WriteString("code"u8, name);
        json.WriteString("message"u8, why);
        json.WriteEndObject();
    });

    /// <summary>An invoke that nobody here knows.</summary>
    public static InvokeReply Unknown { get; } = new(501, null);

    /// <summary>Received; what comes of it follows as messages.</summary>
    public static InvokeReply Received { get; } = new(200, null);

    /// <summary>A dialog that opens or goes on, with a card (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots).</summary>
    public static InvokeReply Dialog(string title, AdaptiveCardJson card) => Task("continue", json =>
    {
        json.WriteStartObject();
        json.WriteString("title"u8, title);
        json.WriteString("height"u8, "large"u8);
        json.WriteString("width"u8, "medium"u8);
        json.WriteStartObject("card"u8);
        json.WriteString("contentType"u8, AdaptiveCardRenderer.ContentType);
        json.WritePropertyName("content"u8);
        card.WriteTo(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>A dialog's last word.</summary>
    public static InvokeReply DialogWord(string text) => Task("message", json => json.WriteStringValue(text));

    /// <summary>The dialog closes.</summary>
    public static InvokeReply DialogClosed { get; } = new(200, null);

    private static InvokeReply Inner(int code, string type, Action<Utf8JsonWriter> writeValue) => new(200, AdaptiveCardJson.Written(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, code);
        json.WriteString("type"u8, type);
        json.WritePropertyName("value"u8);
        writeValue(json);
        json.WriteEndObject();
    }));

    private static InvokeReply Task(string type, Action<Utf8JsonWriter> writeValue) => new(200, AdaptiveCardJson.Written(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("task"u8);
        json.WriteString("type"u8, type);
        json.WritePropertyName("value"u8);
        writeValue(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }));
}
