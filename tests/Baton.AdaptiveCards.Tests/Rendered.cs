using Baton.Handoffs.Handoffs;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests;

/// <summary>Cards as the nodes of what was written.</summary>
internal static class Rendered
{
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = WrittenJson.Encoder };

    public static JsonObject Of(Card card, AdaptiveCardView? view = null) => AdaptiveCardRenderer.Render(card, view).ToObject();

    /// <summary>As many bytes as the card has when it is sent.</summary>
    public static int Bytes(JsonObject card) => JsonSerializer.SerializeToUtf8Bytes(card, AsSent).Length;
}
