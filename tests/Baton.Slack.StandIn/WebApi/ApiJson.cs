using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>How things of the workspace look in answers and events.</summary>
internal static class ApiJson
{
    /// <summary>A message, as answers, histories and events carry it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="settings">Whose app it may be of.</param>
    /// <param name="withMetadata">Whether the metadata's payload is told too; otherwise only its type.</param>
    public static JsonObject Message(SeenMessage message, StrictSlackSettings settings, bool withMetadata)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = message.Author, ["text"] = message.Text, ["ts"] = message.Ts, ["team"] = settings.TeamId };
        if (message.ByApp)
        {
            json["bot_id"] = settings.BotId;
            json["app_id"] = settings.AppId;
        }

        Add(json, "thread_ts", message.ThreadTs);
        Add(json, "blocks", message.Blocks is { } blocks ? Node(blocks) : null);
        Add(json, "edited", message.Edits > 0 ? new JsonObject { ["user"] = message.Author, ["ts"] = message.Ts } : null);
        if (message.Metadata is { } metadata)
        {
            json["metadata"] = withMetadata ? Node(metadata) : new JsonObject { ["event_type"] = metadata.GetProperty("event_type").GetString() };
        }

        return json;
    }

    /// <summary>A user, with the address only where its scope was granted.</summary>
    public static JsonObject User(WorkspaceUser user, StrictSlackSettings settings, bool withEmail, bool withLocale)
    {
        var profile = new JsonObject { ["real_name"] = user.Name, ["display_name"] = "", ["team"] = TeamOf(user, settings) };
        Add(profile, "email", withEmail && !user.Stranger ? user.Email : null);
        var json = new JsonObject
        {
            ["id"] = user.Id, ["team_id"] = TeamOf(user, settings), ["name"] = user.Id.ToLowerInvariant(), ["deleted"] = user.Deleted, ["profile"] = profile, ["is_bot"] = user.Bot,
        };
        if (user.Deleted)
        {
            return json;
        }

        json["real_name"] = user.Name;
        json["tz"] = user.TimeZone;
        json["tz_offset"] = (int)TimeZoneInfo.FindSystemTimeZoneById(user.TimeZone).BaseUtcOffset.TotalSeconds;
        json["is_restricted"] = user.Restricted || user.UltraRestricted;
        json["is_ultra_restricted"] = user.UltraRestricted;
        Add(json, "is_stranger", user.Stranger ? true : null);
        Add(json, "locale", withLocale ? user.Locale : null);
        return json;
    }

    /// <summary>A view, as answers and payloads carry it.</summary>
    public static JsonObject View(SeenView view, StrictSlackSettings settings)
    {
        var json = Node(view.Body).AsObject();
        json["id"] = view.Id;
        json["team_id"] = settings.TeamId;
        json["app_installed_team_id"] = settings.TeamId;
        json["app_id"] = settings.AppId;
        json["bot_id"] = settings.BotId;
        json["hash"] = view.Hash;
        json["root_view_id"] = view.Id;
        json["previous_view_id"] = null;
        json["private_metadata"] ??= "";
        json["callback_id"] ??= "";
        json["external_id"] ??= "";
        json["state"] ??= new JsonObject { ["values"] = new JsonObject() };
        return json;
    }

    /// <summary>A channel.</summary>
    public static JsonObject Channel(WorkspaceChannel channel, StrictSlackSettings settings)
    {
        var json = new JsonObject { ["id"] = channel.Id, ["is_archived"] = channel.Archived, ["is_im"] = channel.DirectWith is not null, ["context_team_id"] = settings.TeamId };
        if (channel.DirectWith is { } other)
        {
            json["user"] = other;
            return json;
        }

        json["name"] = channel.Name;
        json["is_channel"] = !channel.Private;
        json["is_group"] = channel.Private;
        json["is_private"] = channel.Private;
        json["is_member"] = channel.BotIsIn;
        json["is_shared"] = channel.Shared;
        json["is_ext_shared"] = channel.Shared;
        return json;
    }

    /// <summary>Which kind of channel events say it is.</summary>
    public static string ChannelType(WorkspaceChannel channel) => channel.DirectWith is not null ? "im" : channel.Private ? "group" : "channel";

    /// <summary>A page of a list with the cursor of the next one.</summary>
    public static JsonObject Page(string name, IReadOnlyList<JsonObject> all, int offset, int limit)
    {
        var more = offset + limit < all.Count;
        return new()
        {
            [name] = new JsonArray([.. all.Skip(offset).Take(limit)]), ["has_more"] = more,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = more ? string.Create(CultureInfo.InvariantCulture, $"page:{offset + limit}") : "" },
        };
    }

    /// <summary>A copy that can be changed.</summary>
    public static JsonNode Node(JsonElement element) => JsonNode.Parse(element.GetRawText())!;

    private static string TeamOf(WorkspaceUser user, StrictSlackSettings settings) => user.Stranger ? "T0STRANGER" : settings.TeamId;

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
