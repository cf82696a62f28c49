using System.Text.Json.Nodes;

namespace Baton.Teams.Connector;

/// <summary>
/// The Bot Connector as Baton uses it (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference). Failures of every kind are
/// answers; calls throw only for a cancelled token. A call never waits for its turn for longer than a moment: it answers how long to wait instead.
/// Ids are given as Teams said them; they are escaped here.
/// </summary>
public interface IConnector
{
    /// <summary>Posts an activity.</summary>
    /// <param name="serviceUrl">The conversation's service, as its activities say.</param>
    /// <param name="conversationId">The conversation; with <c>;messageid=…</c> the thread of that message.</param>
    /// <param name="activity">What to post.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    /// <returns>The activity's id.</returns>
    Task<ConnectorReply<string>> SendAsync(Uri serviceUrl, string conversationId, JsonObject activity, CancellationToken cancellation);

    /// <summary>Posts an activity that only its recipient sees. Teams takes it in channels and group chats, not where one person is alone with Baton.</summary>
    /// <param name="serviceUrl">The conversation's service, as its activities say.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activity">What to post, with <c>recipient</c>.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    /// <returns>The activity's id.</returns>
    Task<ConnectorReply<string>> SendTargetedAsync(Uri serviceUrl, string conversationId, JsonObject activity, CancellationToken cancellation);

    /// <summary>Posts an activity as an answer to another.</summary>
    /// <param name="serviceUrl">The conversation's service, as its activities say.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activityId">What it answers.</param>
    /// <param name="activity">What to post.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    /// <returns>The activity's id.</returns>
    Task<ConnectorReply<string>> ReplyAsync(Uri serviceUrl, string conversationId, string activityId, JsonObject activity, CancellationToken cancellation);

    /// <summary>Replaces an activity of Baton's.</summary>
    /// <param name="serviceUrl">The conversation's service, as its activities say.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activityId">What is replaced.</param>
    /// <param name="activity">The whole of what takes its place.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    /// <returns>The activity's id.</returns>
    Task<ConnectorReply<string>> UpdateAsync(Uri serviceUrl, string conversationId, string activityId, JsonObject activity, CancellationToken cancellation);

    /// <summary>Takes an activity of Baton's away.</summary>
    /// <param name="serviceUrl">The conversation's service, as its activities say.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activityId">Which.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    Task<ConnectorReply<None>> DeleteAsync(Uri serviceUrl, string conversationId, string activityId, CancellationToken cancellation);

    /// <summary>
    /// Opens a conversation: with one person, which answers the same one each time, or a new thread in a channel. Of a conversation with one person Teams does not say
    /// which message a first activity became: open it first, then post.
    /// </summary>
    /// <param name="serviceUrl">The service, as activities of the same team or person say.</param>
    /// <param name="parameters">Who or where, and the first activity.</param>
    /// <param name="cancellation">Gives up; what was sent then may have been done.</param>
    Task<ConnectorReply<NewConversation>> CreateConversationAsync(Uri serviceUrl, JsonObject parameters, CancellationToken cancellation);

    /// <summary>Who is in a conversation, a page at a time.</summary>
    /// <param name="serviceUrl">The conversation's service, as its activities say.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="continuation">Where the page before ended; null for the first.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ConnectorReply<MemberPage>> MembersAsync(Uri serviceUrl, string conversationId, string? continuation, CancellationToken cancellation);

    /// <summary>One member of a conversation.</summary>
    /// <param name="serviceUrl">The conversation's service, as its activities say.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="userId">The member's id, <c>29:…</c>, or Entra object id.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ConnectorReply<TeamsMember>> MemberAsync(Uri serviceUrl, string conversationId, string userId, CancellationToken cancellation);

    /// <summary>The channels of a team; the first, which is named after no channel, is the general one.</summary>
    /// <param name="serviceUrl">The team's service, as its activities say.</param>
    /// <param name="teamId">The team, <c>19:…</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ConnectorReply<IReadOnlyList<TeamsChannel>>> ChannelsAsync(Uri serviceUrl, string teamId, CancellationToken cancellation);
}
