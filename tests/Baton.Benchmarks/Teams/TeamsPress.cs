using System.Text;
using System.Text.Json.Nodes;
using Baton.Teams.StandIn;

namespace Baton.Benchmarks.Teams;

/// <summary>Presses of a card's button as Teams sends them (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model), as bytes.</summary>
internal sealed class TeamsPress(StrictTeams teams, TeamsPerson rep, string channel)
{
    private const string Path = "/api/messages";

    /// <summary>Presses on <c>Accept</c>, all with one token, as the channel service sends one for about an hour.</summary>
    public byte[][] Accept(IEnumerable<string> handoffs)
    {
        var token = teams.ChannelToken();
        return [.. handoffs.Select(id => Request(Activity(id), token))];
    }

    private JsonObject Activity(string handoff)
    {
        var activity = teams.Activity("invoke", rep, channel, "1795000000000");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = "1795000000000";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["id"] = "accept",
                ["title"] = "Accept",
                ["verb"] = "accept",
                ["data"] = new JsonObject { ["verb"] = "accept", ["handoff"] = handoff },
            },
            ["trigger"] = "manual",
        };
        return activity;
    }

    private static byte[] Request(JsonObject activity, string token)
    {
        var body = activity.ToJsonString();
        return Encoding.UTF8.GetBytes(
            $"POST {Path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\nAuthorization: Bearer {token}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }
}
