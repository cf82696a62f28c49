using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Blocks;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>The methods <c>views.*</c>. Source of the rules: https://docs.slack.dev/reference/methods/views.open, …/views.update, …/views.publish.</summary>
internal sealed class ViewMethods(WorkspaceState state)
{
    public JsonObject Open(ApiCall call, bool push) => Shown(state.Screens.Open(call.Text("trigger_id"), View(call, "modal"), push));

    public JsonObject Update(ApiCall call)
    {
        if (!call.Has("view_id") && !call.Has("external_id"))
        {
            throw new RefusalException("invalid_arguments", "either view_id or external_id is required");
        }

        var view = state.Screens.Find(call.Maybe("view_id"), call.Maybe("external_id"));
        return view is { Type: "modal" } ? Shown(state.Screens.Update(view, View(call, "modal"), call.Maybe("hash"))) : throw new RefusalException("not_found");
    }

    public JsonObject Publish(ApiCall call)
    {
        var user = state.Members.User(call.Text("user_id")) is { Deleted: false } active ? active : throw new RefusalException("invalid_arguments", "user_id is not of this workspace");
        return Shown(state.Screens.Publish(user.Id, View(call, "home"), call.Maybe("hash")));
    }

    private JsonObject Shown(SeenView view) => new() { ["view"] = ApiJson.View(view, state.Settings) };

    private static JsonObject View(ApiCall call, string type)
    {
        var view = call.Structure<JsonObject>("view", "invalid_arguments")!;
        BlockCheck.View(view, type);
        return view;
    }
}
