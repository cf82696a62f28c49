using System.Text.Json.Nodes;
using Baton.Slack.StandIn;

namespace Baton.EndToEnd.Slack;

/// <summary>Moves the small company of the configuration from the console into Slack.</summary>
internal static class SlackSection
{
    public static void Put(JsonObject settings, StrictSlack slack, WorkspaceChannel sales, WorkspaceChannel marketing)
    {
        var agreed = slack.Settings;
        settings["Slack"] = new JsonObject
        {
            ["BotToken"] = agreed.BotToken, ["ApiUrl"] = slack.ApiUrl.ToString(),
            ["AppToken"] = agreed.SocketMode ? agreed.AppToken : "",
            ["SigningSecrets"] = agreed.SocketMode ? new JsonArray() : new JsonArray(agreed.SigningSecret),
        };
        settings["Routing"]!["Marketing"] = $"slack:{marketing.Id}";
        settings["Routing"]!["Pools"]![0]!["Sales"] = $"slack:{sales.Id}";
    }
}
