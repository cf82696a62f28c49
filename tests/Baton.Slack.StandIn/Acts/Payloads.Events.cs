using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.WebApi;

namespace Baton.Slack.StandIn.Acts;

/// <content>Events. Source: https://docs.slack.dev/apis/events-api and the pages under https://docs.slack.dev/reference/events</content>
internal sealed partial class Payloads
{
    /// <summary>An event in its envelope, with an id of its own.</summary>
    public JsonObject Event(JsonObject happened)
    {
        lock (state.Gate)
        {
            var ts = state.Ids.NextTs();
            happened["event_ts"] ??= ts;
            return new()
            {
                ["token"] = "deprecated", ["team_id"] = settings.TeamId, ["api_app_id"] = settings.AppId, ["event"] = happened, ["type"] = "event_callback", ["event_id"] = state.Ids.Next("Ev"),
                ["event_time"] = long.Parse(ts.Split('.')[0], CultureInfo.InvariantCulture), ["event_context"] = "4-strict", ["is_ext_shared_channel"] = false,
                ["authorizations"] = new JsonArray(new JsonObject
                {
                    ["enterprise_id"] = null, ["team_id"] = settings.TeamId, ["user_id"] = settings.BotUserId, ["is_bot"] = true, ["is_enterprise_install"] = false,
                }),
            };
        }
    }

    public JsonObject Message(SeenMessage message) => Event(InChannel(ApiJson.Message(message, settings, false), message));

    public JsonObject Mention(SeenMessage message)
    {
        var mention = Message(message)["event"]!.DeepClone().AsObject();
        mention["type"] = "app_mention";
        mention.Remove("channel_type");
        return Event(mention);
    }

    public JsonObject MessageChanged(SeenMessage before, SeenMessage after) => Event(InChannel(
        new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_changed", ["hidden"] = true, ["ts"] = NextTs(), ["message"] = ApiJson.Message(after, settings, false),
            ["previous_message"] = ApiJson.Message(before, settings, false),
        },
        after));

    public JsonObject MessageDeleted(SeenMessage message) => Event(InChannel(
        new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_deleted", ["hidden"] = true, ["ts"] = NextTs(), ["deleted_ts"] = message.Ts,
            ["previous_message"] = ApiJson.Message(message, settings, false),
        },
        message));

    public JsonObject HomeOpened(WorkspaceUser user, SeenView? home)
    {
        var happened = new JsonObject { ["type"] = "app_home_opened", ["user"] = user.Id, ["channel"] = DirectId(user), ["tab"] = "home" };
        if (home is not null)
        {
            happened["view"] = ApiJson.View(home, settings);
        }

        return Event(happened);
    }

    public JsonObject Joined(WorkspaceChannel channel, string user) => Event(new JsonObject
    {
        ["type"] = "member_joined_channel", ["user"] = user, ["channel"] = channel.Id, ["channel_type"] = channel.Private ? "G" : "C", ["team"] = settings.TeamId, ["inviter"] = "U0ADMIN",
    });

    public JsonObject UserChanged(WorkspaceUser user) => Event(new JsonObject { ["type"] = "user_change", ["user"] = ApiJson.User(user, settings, true, true), ["cache_ts"] = 1 });

    private string NextTs()
    {
        lock (state.Gate)
        {
            return state.Ids.NextTs();
        }
    }

    private string DirectId(WorkspaceUser user)
    {
        lock (state.Gate)
        {
            return state.Members.DirectWith(user).Id;
        }
    }

    private JsonObject InChannel(JsonObject happened, SeenMessage message)
    {
        lock (state.Gate)
        {
            happened["channel"] = message.Channel;
            happened["channel_type"] = ApiJson.ChannelType(state.Members.Channel(message.Channel)!);
            return happened;
        }
    }
}
