using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Teams.Connector;

/// <summary>The connector's operations, each one call.</summary>
internal sealed class ConnectorClient(ConnectorCaller caller) : IConnector
{
    /// <inheritdoc />
    public Task<ConnectorReply<string>> SendAsync(Uri serviceUrl, string conversationId, JsonObject activity, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Send(conversationId, activity, isTargeted: false), ConnectorAnswers.Id, cancellation);

    /// <inheritdoc />
    public Task<ConnectorReply<string>> SendTargetedAsync(Uri serviceUrl, string conversationId, JsonObject activity, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Send(conversationId, activity, isTargeted: true), ConnectorAnswers.Id, cancellation);

    /// <inheritdoc />
    public Task<ConnectorReply<string>> ReplyAsync(Uri serviceUrl, string conversationId, string activityId, JsonObject activity, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Reply(conversationId, activityId, activity), ConnectorAnswers.Id, cancellation);

    /// <inheritdoc />
    public Task<ConnectorReply<string>> UpdateAsync(Uri serviceUrl, string conversationId, string activityId, JsonObject activity, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Update(conversationId, activityId, activity), json => ConnectorAnswers.Id(json) is { Length: > 0 } id ? id : activityId, cancellation);

    /// <inheritdoc />
    public Task<ConnectorReply<None>> DeleteAsync(Uri serviceUrl, string conversationId, string activityId, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Delete(conversationId, activityId), _ => new None(), cancellation);

    /// <inheritdoc />
    public Task<ConnectorReply<NewConversation>> CreateConversationAsync(Uri serviceUrl, JsonObject parameters, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Create(parameters), ConnectorAnswers.Conversation, cancellation);

    /// <inheritdoc />
    public Task<ConnectorReply<MemberPage>> MembersAsync(Uri serviceUrl, string conversationId, string? continuation, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Members(conversationId, continuation), ConnectorAnswers.Members, cancellation);

    /// <inheritdoc />
    public Task<ConnectorReply<TeamsMember>> MemberAsync(Uri serviceUrl, string conversationId, string userId, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Member(conversationId, userId), ConnectorAnswers.Member, cancellation);

    /// <inheritdoc />
    public Task<ConnectorReply<IReadOnlyList<TeamsChannel>>> ChannelsAsync(Uri serviceUrl, string teamId, CancellationToken cancellation) =>
        CallAsync(serviceUrl, ConnectorCalls.Channels(teamId), ConnectorAnswers.Channels, cancellation);

    private async Task<ConnectorReply<T>> CallAsync<T>(Uri serviceUrl, ConnectorCall call, Func<JsonElement, T> read, CancellationToken cancellation) =>
        (await caller.CallAsync(serviceUrl, call, cancellation)).Select(read);
}
