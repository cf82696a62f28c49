using System.Text.Json.Nodes;
using Baton.Slack.StandIn.WebApi;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.Acts;

/// <summary>
/// What Slack tells the app about acts of people. Sources: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload,
/// …/view-interactions-payload, …/shortcuts-interaction-payload, https://docs.slack.dev/interactivity/implementing-slash-commands
/// </summary>
internal sealed partial class Payloads(WorkspaceState state)
{
    private const string Domain = "strict";
    private readonly StrictSlackSettings settings = state.Settings;

    /// <summary>Where this workspace is, for addresses in payloads.</summary>
    public Uri Server { get; set; } = new("http://127.0.0.1");

    public JsonObject Press(WorkspaceUser user, SeenMessage message, SeenElement element, string? chosen)
    {
        var ephemeral = message.OnlyFor is not null;
        var payload = Interaction("block_actions", user);
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = ephemeral };
        if (message.ThreadTs is { } thread)
        {
            payload["container"]!["thread_ts"] = thread;
        }

        payload["trigger_id"] = state.Screens.NewTrigger(user.Id);
        payload["channel"] = Channel(message.Channel);
        if (!ephemeral)
        {
            payload["message"] = ApiJson.Message(message, settings, false);
        }

        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = ResponseUrl(state.ResponseUrls.New(user.Id, message.Channel, message));
        payload["actions"] = new JsonArray(Action(element, chosen));
        return payload;
    }

    public JsonObject Press(SeenView view, SeenElement element, string? chosen)
    {
        var payload = OfView("block_actions", view);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["trigger_id"] = state.Screens.NewTrigger(view.User);
        payload["actions"] = new JsonArray(Action(element, chosen));
        return payload;
    }

    public JsonObject Suggestion(SeenView view, SeenElement element, string typed)
    {
        var payload = OfView("block_suggestion", view);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["action_id"] = element.ActionId;
        payload["block_id"] = element.BlockId;
        payload["value"] = typed;
        return payload;
    }

    public JsonObject Submission(SeenView view, JsonObject values)
    {
        var payload = OfView("view_submission", view);
        payload["view"]!["state"] = new JsonObject { ["values"] = values };
        payload["trigger_id"] = state.Screens.NewTrigger(view.User);
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    public JsonObject Closing(SeenView view)
    {
        var payload = OfView("view_closed", view);
        payload["is_cleared"] = false;
        return payload;
    }

    public JsonObject Shortcut(WorkspaceUser user, SeenMessage? message, string callbackId)
    {
        var payload = Interaction(message is null ? "shortcut" : "message_action", user);
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = state.Screens.NewTrigger(user.Id);
        payload["action_ts"] = state.Ids.NextTs();
        if (message is not null)
        {
            payload["channel"] = Channel(message.Channel);
            payload["message_ts"] = message.Ts;
            payload["message"] = ApiJson.Message(message, settings, false);
            payload["response_url"] = ResponseUrl(state.ResponseUrls.New(user.Id, message.Channel, message));
        }

        return payload;
    }

    public JsonObject Command(WorkspaceUser user, WorkspaceChannel channel, string command, string text, string responsePath) => new()
    {
        ["token"] = "deprecated", ["team_id"] = settings.TeamId, ["team_domain"] = Domain, ["channel_id"] = channel.Id, ["channel_name"] = channel.Private ? "privategroup" : channel.Name,
        ["user_id"] = user.Id, ["user_name"] = user.Id.ToLowerInvariant(), ["command"] = command, ["text"] = text, ["api_app_id"] = settings.AppId, ["is_enterprise_install"] = "false",
        ["response_url"] = ResponseUrl(responsePath), ["trigger_id"] = state.Screens.NewTrigger(user.Id),
    };

    private JsonObject Interaction(string type, WorkspaceUser user) => new()
    {
        ["type"] = type, ["user"] = User(user), ["api_app_id"] = settings.AppId, ["token"] = "deprecated", ["team"] = new JsonObject { ["id"] = settings.TeamId, ["domain"] = Domain },
        ["enterprise"] = null, ["is_enterprise_install"] = false,
    };

    private JsonObject OfView(string type, SeenView view)
    {
        var payload = Interaction(type, state.Members.User(view.User)!);
        payload["view"] = ApiJson.View(view, settings);
        return payload;
    }

    private JsonObject User(WorkspaceUser user) => new()
    {
        ["id"] = user.Id, ["username"] = user.Id.ToLowerInvariant(), ["name"] = user.Id.ToLowerInvariant(), ["team_id"] = user.Stranger ? "T0STRANGER" : settings.TeamId,
    };

    private JsonObject Channel(string id) => new() { ["id"] = id, ["name"] = state.Members.Channel(id)!.Name };

    private string ResponseUrl(string path) => new Uri(Server, $"/response/{path}").ToString();

    private JsonObject Action(SeenElement element, string? chosen)
    {
        var action = new JsonObject { ["type"] = element.Type, ["block_id"] = element.BlockId, ["action_id"] = element.ActionId, ["action_ts"] = state.Ids.NextTs() };
        switch (element.Type)
        {
            case "button":
                action["text"] = ApiJson.Node(element.Element.GetProperty("text"));
                action["value"] = element.Value;
                break;
            case "overflow":
                action["selected_option"] = ElementState.Option(element.Element, chosen!);
                break;
            default:
                foreach (var (name, value) in ElementState.Of(element.Element, chosen).Where(p => p.Key != "type").ToList())
                {
                    action[name] = value?.DeepClone();
                }

                break;
        }

        return action;
    }
}
