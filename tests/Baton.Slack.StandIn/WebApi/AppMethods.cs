using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Sockets;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>The methods about the app itself. Source of the rules: https://docs.slack.dev/reference/methods/auth.test, …/oauth.v2.access, …/apps.connections.open, https://docs.slack.dev/authentication/using-token-rotation.</summary>
internal sealed class AppMethods(WorkspaceState state, SocketHub sockets)
{
    public JsonObject Test(ApiCall call) => new()
    {
        ["url"] = "https://strict.slack.com/", ["team"] = "Strict", ["user"] = "baton", ["team_id"] = state.Settings.TeamId, ["user_id"] = state.Settings.BotUserId,
        ["bot_id"] = state.Settings.BotId, ["is_enterprise_install"] = false,
    };

    public JsonObject Access(ApiCall call)
    {
        if (call.Text("client_id") != state.Settings.ClientId)
        {
            throw new RefusalException("invalid_client_id");
        }

        if (call.Text("client_secret") != state.Settings.ClientSecret)
        {
            throw new RefusalException("bad_client_secret");
        }

        if (call.Maybe("grant_type") == "refresh_token")
        {
            state.Installation.Tokens.Spend(call.Text("refresh_token"));
        }
        else
        {
            state.Installation.Redeem(call.Text("code"), call.Maybe("redirect_uri"));
        }

        return Given();
    }

    public JsonObject Revoke(ApiCall call)
    {
        state.Installation.Dead = "token_revoked";
        return new JsonObject { ["revoked"] = true };
    }

    public JsonObject OpenConnection(ApiCall call) => new() { ["url"] = sockets.NewUrl() };

    private JsonObject Given()
    {
        var (token, refresh, seconds) = state.Installation.Tokens.Give();
        var answer = new JsonObject
        {
            ["access_token"] = token, ["token_type"] = "bot", ["scope"] = string.Join(',', state.Installation.Scopes), ["bot_user_id"] = state.Settings.BotUserId,
            ["app_id"] = state.Settings.AppId, ["team"] = new JsonObject { ["id"] = state.Settings.TeamId, ["name"] = "Strict" }, ["enterprise"] = null,
            ["is_enterprise_install"] = false, ["authed_user"] = new JsonObject { ["id"] = "U0INSTALLER" },
        };
        if (state.Settings.InstallsForOrganisation)
        {
            answer["team"] = null;
            answer["enterprise"] = new JsonObject { ["id"] = "E0STRICT01", ["name"] = "Strict Inc" };
            answer["is_enterprise_install"] = true;
        }

        if (refresh is not null)
        {
            answer["refresh_token"] = refresh;
            answer["expires_in"] = seconds;
        }

        return answer;
    }
}
