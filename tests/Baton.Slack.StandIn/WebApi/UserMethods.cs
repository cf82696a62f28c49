using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>The methods about people. Source of the rules: https://docs.slack.dev/reference/methods/users.info, …/users.lookupByEmail, …/users.list, …/usergroups.users.list.</summary>
internal sealed class UserMethods(WorkspaceState state)
{
    private const int MostUsers = 1000;

    public JsonObject Info(ApiCall call) => Told(state.Members.User(call.Text("user")) ?? throw new RefusalException("user_not_found"), call);

    /// <summary>Deactivated people and strangers are not found.</summary>
    public JsonObject LookupByEmail(ApiCall call)
    {
        state.Installation.Require("users:read");
        var found = state.Members.Users.FirstOrDefault(u => !u.Deleted && !u.Stranger && string.Equals(u.Email, call.Text("email"), StringComparison.OrdinalIgnoreCase));
        return Told(found ?? throw new RefusalException("users_not_found"), call);
    }

    public JsonObject List(ApiCall call)
    {
        var all = state.Members.Users.OrderBy(u => u.Id, StringComparer.Ordinal).Select(u => Told(u, call)["user"]!.DeepClone().AsObject()).ToList();
        return ApiJson.Page("members", all, call.Offset(), call.Limit(MostUsers, MostUsers));
    }

    public JsonObject Group(ApiCall call) => state.Members.Groups.TryGetValue(call.Text("usergroup"), out var users)
        ? new() { ["users"] = new JsonArray([.. users.Select(u => JsonValue.Create(u))]) }
        : throw new RefusalException("no_such_subteam");

    private JsonObject Told(WorkspaceUser user, ApiCall call) =>
        new() { ["user"] = ApiJson.User(user, state.Settings, state.Installation.Scopes.Contains("users:read.email"), call.Flag("include_locale")) };
}
