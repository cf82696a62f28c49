using System.Globalization;
using System.Text.Json.Nodes;

namespace Baton.Teams.Connector;

/// <summary>The routes of the connector (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference), with ids escaped.</summary>
internal static class ConnectorCalls
{
    /// <summary>How many members a page has at most; Teams takes 50 to 500.</summary>
    public const int PageSize = 200;

    public static ConnectorCall Send(string conversation, JsonObject activity, bool isTargeted) =>
        new(isTargeted ? "send targeted" : "send", HttpMethod.Post, $"{Of(conversation)}/activities{(isTargeted ? "?isTargetedActivity=true" : "")}", Lane.Changing(conversation))
        {
            Body = activity,
            IsRepeatable = false,
        };

    public static ConnectorCall Reply(string conversation, string id, JsonObject activity) =>
        new("reply", HttpMethod.Post, Activity(conversation, id), Lane.Changing(conversation)) { Body = activity, IsRepeatable = false };

    public static ConnectorCall Update(string conversation, string id, JsonObject activity) =>
        new("update", HttpMethod.Put, Activity(conversation, id), Lane.Changing(conversation)) { Body = activity };

    public static ConnectorCall Delete(string conversation, string id) => new("delete", HttpMethod.Delete, Activity(conversation, id), Lane.Changing(conversation));

    /// <summary>Opening a conversation with one person answers the same one each time; a thread in a channel is a new one each time.</summary>
    public static ConnectorCall Create(JsonObject parameters) =>
        new("create conversation", HttpMethod.Post, "/v3/conversations", Lane.Changing(PlaceOf(parameters)))
        {
            Body = parameters,
            IsRepeatable = parameters["activity"] is null && parameters["isGroup"]?.GetValue<bool>() != true,
        };

    public static ConnectorCall Members(string conversation, string? continuation)
    {
        var size = PageSize.ToString(CultureInfo.InvariantCulture);
        var from = continuation is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuation)}";
        return new("members", HttpMethod.Get, $"{Of(conversation)}/pagedmembers?pageSize={size}{from}", Lane.Asking(conversation));
    }

    public static ConnectorCall Member(string conversation, string user) =>
        new("member", HttpMethod.Get, $"{Of(conversation)}/members/{Uri.EscapeDataString(user)}", Lane.Asking(conversation));

    public static ConnectorCall Channels(string team) => new("channels", HttpMethod.Get, $"/v3/teams/{Uri.EscapeDataString(team)}/conversations", Lane.Asking(team));

    private static string Of(string conversation) => $"/v3/conversations/{Uri.EscapeDataString(conversation)}";

    private static string Activity(string conversation, string id) => $"{Of(conversation)}/activities/{Uri.EscapeDataString(id)}";

    private static string PlaceOf(JsonObject parameters) =>
        parameters["channelData"]?["channel"]?["id"]?.GetValue<string>() ?? (parameters["members"] as JsonArray)?.FirstOrDefault()?["id"]?.GetValue<string>() ?? "";
}
