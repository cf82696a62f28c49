using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>Opening, joining and looking at conversations. Source of the rules: https://docs.slack.dev/reference/methods/conversations.open, …/conversations.info, …/conversations.join.</summary>
internal sealed class ConversationMethods(WorkspaceState state)
{
    public JsonObject Open(ApiCall call)
    {
        var wanted = call.Text("users").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0)
        {
            throw new RefusalException("users_list_not_supplied");
        }

        if (wanted.Length > 1)
        {
            state.Installation.Require("mpim:write");
            throw new RefusalException("method_not_supported_for_channel_type");
        }

        var user = state.Members.User(wanted[0]) ?? throw new RefusalException("user_not_found");
        if (user.Deleted)
        {
            throw new RefusalException("user_disabled");
        }

        if (user.Id == state.Settings.BotUserId)
        {
            throw new RefusalException("invalid_user_combination");
        }

        var channel = state.Members.DirectWith(user);
        return new() { ["channel"] = call.Flag("return_im") ? ApiJson.Channel(channel, state.Settings) : new JsonObject { ["id"] = channel.Id } };
    }

    public JsonObject Info(ApiCall call)
    {
        var channel = state.Members.Visible(call.Text("channel"));
        state.Installation.Require(channel.DirectWith is not null ? "im:read" : channel.Private ? "groups:read" : "channels:read");
        return new() { ["channel"] = ApiJson.Channel(channel, state.Settings) };
    }

    public JsonObject Join(ApiCall call)
    {
        var channel = state.Members.Visible(call.Text("channel"));
        if (channel.Archived)
        {
            throw new RefusalException("is_archived");
        }

        if (channel.Private)
        {
            throw new RefusalException("method_not_supported_for_channel_type");
        }

        var joined = state.Members.Put(channel with { BotIsIn = true });
        return new() { ["channel"] = ApiJson.Channel(joined, state.Settings) };
    }
}
