using System.Text.Json.Nodes;
using Baton.AdaptiveCards;
using Baton.Handoffs.Chat;
using Baton.Teams.Incoming;
using NodaTime;

namespace Baton.Teams.Sending;

/// <summary>Activities as Baton sends them. What the service knows itself (id, time, sender) is left to it.</summary>
internal static class Activities
{
    /// <summary>A message that is a card. Its summary is what notifications show: a card alone would only tell that there is one.</summary>
    public static JsonObject Of(Card card, AdaptiveCardView view) => new()
    {
        ["type"] = "message",
        ["locale"] = card.Locale,
        ["summary"] = PlainText.Of(card.Summary, view.Zone, card.Locale),
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = AdaptiveCardRenderer.ContentType, ["content"] = AdaptiveCardRenderer.Render(card, view).ToObject() }),
    };

    /// <summary>
    /// The same as an answer to a message that only Baton and its author see: Teams shows what was asked above it
    /// (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages). An answer to any other message stays as it is.
    /// </summary>
    public static JsonObject Answering(this JsonObject activity, Surroundings at)
    {
        if (at is { IsTargeted: true, Id: { } asked })
        {
            activity["entities"] = new JsonArray(new JsonObject { ["type"] = "targetedMessageInfo", ["messageId"] = asked });
        }

        return activity;
    }

    /// <summary>What opens the conversation with one person.</summary>
    public static JsonObject Direct(string bot, string user, string? tenant) => new()
    {
        ["isGroup"] = false,
        ["bot"] = new JsonObject { ["id"] = bot },
        ["members"] = new JsonArray(new JsonObject { ["id"] = user }),
        ["tenantId"] = tenant,
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
    };

    /// <summary>What begins a thread in a channel.</summary>
    public static JsonObject NewThread(string bot, string channel, string? tenant, JsonObject activity) => new()
    {
        ["isGroup"] = true,
        ["bot"] = new JsonObject { ["id"] = bot },
        ["tenantId"] = tenant,
        ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel } },
        ["activity"] = activity,
    };
}
