using System.Text.Json.Nodes;
using Baton.Teams.StandIn.Directory;

namespace Baton.Teams.StandIn.Delivery;

/// <summary>Makes activities as Teams does (protocol-activity.md of the Bot Framework).</summary>
internal static class Activities
{
    public static JsonObject New(StrictTeamsSettings settings, Uri serviceUrl, string type, TeamsPerson person, Conversation place, string? root, DateTimeOffset now)
    {
        var conversation = new JsonObject
        {
            ["conversationType"] = place.KindName,
            ["tenantId"] = settings.TenantId,
            ["id"] = place.Kind == ConversationKind.Channel && root is not null ? $"{place.Id};messageid={root}" : place.Id,
        };
        if (place.Kind != ConversationKind.Personal)
        {
            conversation["isGroup"] = true;
        }

        return new JsonObject
        {
            ["type"] = type,
            ["id"] = $"f:{Guid.NewGuid():D}",
            ["timestamp"] = now.UtcDateTime.ToString("O"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.ObjectId },
            ["conversation"] = conversation,
            ["recipient"] = new JsonObject { ["id"] = settings.BotId, ["name"] = settings.BotName },
            ["locale"] = person.Locale,
            ["localTimezone"] = person.TimeZone,
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = person.Locale, ["country"] = "JP", ["platform"] = "Web", ["timezone"] = person.TimeZone }),
            ["channelData"] = ChannelData(settings, place),
        };
    }

    /// <summary>Adds what somebody says, with a mention of the bot as Teams writes it.</summary>
    public static void Say(JsonObject activity, StrictTeamsSettings settings, string text, bool mentions)
    {
        if (!mentions)
        {
            activity["text"] = text;
            return;
        }

        var mention = $"<at>{settings.BotName}</at>";
        activity["text"] = $"{mention}&nbsp;{text}";
        activity["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = mention,
            ["mentioned"] = new JsonObject { ["id"] = settings.BotId, ["name"] = settings.BotName },
        });
    }

    private static JsonObject ChannelData(StrictTeamsSettings settings, Conversation place)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = settings.TenantId } };
        if (place.TeamId is { } team)
        {
            data["team"] = new JsonObject { ["id"] = team, ["name"] = "Team" };
            data["channel"] = new JsonObject { ["id"] = place.Id, ["name"] = place.Name };
            data["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = place.Id } };
        }

        return data;
    }
}
