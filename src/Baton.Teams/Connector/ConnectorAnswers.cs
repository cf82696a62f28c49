using System.Text.Json;
using Baton.Wire;

namespace Baton.Teams.Connector;

/// <summary>Reads what was asked for out of an answer. What is missing is empty: the call was carried out all the same.</summary>
internal static class ConnectorAnswers
{
    /// <summary>The id of what was posted; empty where Teams does not say.</summary>
    public static string Id(JsonElement json) => json.Text("id") ?? "";

    public static NewConversation Conversation(JsonElement json) => new(Id(json), json.Text("activityId") is { Length: > 0 } activity ? activity : null);

    public static MemberPage Members(JsonElement json) => new([.. json.Items("members").Select(Member)], json.Text("continuationToken") is { Length: > 0 } more ? more : null);

    /// <summary>A member; older answers say <c>objectId</c> where newer ones say <c>aadObjectId</c>.</summary>
    public static TeamsMember Member(JsonElement json) =>
        new(Id(json), json.Text("aadObjectId") ?? json.Text("objectId"), json.Text("name"), json.Text("email"), json.Text("userPrincipalName"), json.Text("tenantId")) { Role = json.Text("userRole") };

    public static IReadOnlyList<TeamsChannel> Channels(JsonElement json) => [.. json.Items("conversations").Select(channel => new TeamsChannel(Id(channel), channel.Text("name")))];
}
