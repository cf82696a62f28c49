using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Teams.Connector;
using Baton.Teams.Incoming;
using Baton.Teams.Places;
using Baton.Teams.Sending;
using Baton.Wire;

namespace Baton.Teams;

/// <summary>
/// Teams as a chat platform. A place is a channel (<c>teams:19:…</c>), a group chat or the conversation with one person (<c>teams:a:…</c>); a message is the id of its activity.
/// A post in a channel begins a thread. Teams offers no way to look for a message by a name of ours, so that one whose sending is uncertain may come twice.
/// </summary>
public sealed class TeamsPlatform : IChatPlatform
{
    private readonly IConnector connector;
    private readonly TeamsDirectory directory;
    private readonly DirectPlaces direct;
    private readonly CardViews views;
    private readonly TeamsOptions options;

    /// <summary>The platform's name.</summary>
    public const string PlatformName = "teams";

    internal TeamsPlatform(IConnector connector, TeamsDirectory directory, DirectPlaces direct, CardViews views, TeamsOptions options) =>
        (this.connector, this.directory, this.direct, this.views, this.options) = (connector, directory, direct, views, options);

    /// <summary>Whether that is the id of a channel, a group chat or a chat with one person.</summary>
    public static bool IsConversation(string id) =>
        (id.StartsWith("19:", StringComparison.Ordinal) && id.Contains('@', StringComparison.Ordinal)) || id.StartsWith("a:", StringComparison.Ordinal);

    /// <summary>Whether the conversation of that id has threads, in which what is written belongs to what it answers: only channels have.</summary>
    public static bool HasThreads(string id) => KindOf(id) == ConversationKind.Channel;

    /// <inheritdoc />
    public string Name => PlatformName;

    /// <summary>Seven messages a second and conversation (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit); the longer limits are kept by the connector's client.</summary>
    public TimeSpan Pace => TimeSpan.FromSeconds(1) / 7;

    /// <inheritdoc />
    public string LocaleOf(Place place) => options.Channels.FirstOrDefault(c => c.Id == place.Id)?.Locale ?? options.Locale;

    /// <inheritdoc />
    public string Explain(string why, string locale) => WireWhy.Of(ToldWhy.Of(why, locale), locale);

    /// <summary>Baton's own id in conversations.</summary>
    internal static string BotId(TeamsOptions options) => "28:" + options.AppId;

    /// <inheritdoc />
    public async Task<SendResult> PostAsync(Post post, CancellationToken cancellation)
    {
        var conversation = await ConversationAsync(post.Place, cancellation);
        var activity = await ActivityAsync(post.Place, post.Card, cancellation);
        var reply = (conversation.Kind, post.ThreadId) switch
        {
            (nameof(ConversationKind.Channel), { } thread) => await connector.SendAsync(conversation.ServiceUrl, ThreadIds.Join(conversation.Id, thread), activity, cancellation),
            (nameof(ConversationKind.Channel), null) => await connector.BeginThreadAsync(conversation.ServiceUrl, conversation.Id, conversation.Tenant, activity, options, cancellation),
            (_, { } answered) => await connector.ReplyAsync(conversation.ServiceUrl, conversation.Id, answered, activity, cancellation),
            _ => await connector.SendAsync(conversation.ServiceUrl, conversation.Id, activity, cancellation),
        };
        return reply.ToSendResult(post.Place);
    }

    /// <inheritdoc />
    public async Task<SendResult> UpdateAsync(MessageRef message, Card card, CancellationToken cancellation)
    {
        var conversation = await ConversationAsync(message.Place, cancellation);
        var activity = await ActivityAsync(message.Place, card, cancellation);
        activity["id"] = message.Id;
        return (await connector.UpdateAsync(conversation.ServiceUrl, conversation.Id, message.Id, activity, cancellation)).Map(_ => message.Id).ToSendResult(message.Place);
    }

    /// <inheritdoc />
    public Task<Place?> DirectPlaceAsync(EmailAddress person, CancellationToken cancellation) => direct.OfAsync(person, cancellation);

    /// <inheritdoc />
    public Task<MessageRef?> FindAsync(Place place, string? threadId, string effectId, CancellationToken cancellation) => Task.FromResult<MessageRef?>(null);

    private async Task<JsonObject> ActivityAsync(Place place, Card card, CancellationToken cancellation) =>
        Activities.Of(card, await views.InAsync(place.Id, isDirect: false, cancellation));

    // A channel that is configured before Baton was told of it is tried all the same: its team may have been installed long ago.
    private async Task<KnownConversation> ConversationAsync(Place place, CancellationToken cancellation) =>
        await directory.ConversationAsync(place.Id, cancellation) ?? new KnownConversation(place.Id, KindOf(place.Id).ToString(), options.ServiceUrls is [var local, ..] ? new Uri(local) : CloudAddresses.Of(options).UsualService, null, null, null);

    private static ConversationKind KindOf(string id) =>
        id.EndsWith("@thread.v2", StringComparison.Ordinal) ? ConversationKind.GroupChat
        : id.StartsWith("19:", StringComparison.Ordinal) ? ConversationKind.Channel
        : ConversationKind.Personal;
}
