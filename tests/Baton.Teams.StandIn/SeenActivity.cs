using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Teams.StandIn;

/// <summary>A message as people see it now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationId">The conversation, without thread.</param>
/// <param name="RootId">The message whose thread it is in; its own id when it began one, null outside channels.</param>
/// <param name="Content">What the bot sent last.</param>
public sealed record SeenActivity(string Id, string ConversationId, string? RootId, JsonElement Content)
{
    /// <summary>Who alone sees it; null when all do.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>How often it was changed.</summary>
    public int Changes { get; init; }

    /// <summary>Whether the bot wrote it.</summary>
    public bool IsBots { get; init; } = true;

    /// <summary>Its text; empty without one.</summary>
    public string Text => Content.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

    /// <summary>Its first card; null without one.</summary>
    public JsonElement? Card =>
        Content.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array && attachments.GetArrayLength() > 0
        && attachments[0].TryGetProperty("content", out var card) ? card : null;

    /// <summary>The card's JSON as text, for looking for words in it; empty without one.</summary>
    public string CardText => Card is { } card ? JsonNode.Parse(card.GetRawText())!.ToJsonString(Plain) : "";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
