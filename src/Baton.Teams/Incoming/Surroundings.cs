using Baton.Handoffs.Routing;

namespace Baton.Teams.Incoming;

/// <summary>Where something happened and who did it, as every activity says (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-basics).</summary>
internal sealed record Surroundings
{
    /// <summary>Where answers go to.</summary>
    public required Uri ServiceUrl { get; init; }

    /// <summary>The conversation without its thread: a channel or group chat <c>19:…</c>, a chat with one person <c>a:…</c>.</summary>
    public required string Conversation { get; init; }

    /// <summary>What kind of conversation it is.</summary>
    public required ConversationKind Kind { get; init; }

    /// <summary>The first message of the thread; null outside of one.</summary>
    public string? Thread { get; init; }

    /// <summary>The team whose channel it is, <c>19:…</c>; null elsewhere.</summary>
    public string? Team { get; init; }

    /// <summary>The tenant of the conversation.</summary>
    public string? Tenant { get; init; }

    /// <summary>The activity's id; of a message also that of the message.</summary>
    public string? Id { get; init; }

    /// <summary>Who did it.</summary>
    public required Sender From { get; init; }

    /// <summary>The id of Baton itself in that conversation, <c>28:…</c>.</summary>
    public string? Self { get; init; }

    /// <summary>Whether only Baton sees it: a slash command (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).</summary>
    public bool IsTargeted { get; init; }

    /// <summary>When, by Teams' clock; null when it does not say.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The conversation as a place of the product.</summary>
    public Place Place => new(TeamsPlatform.PlatformName, Conversation);

    /// <summary>The conversation with its thread, as the connector names it.</summary>
    public string ThreadedConversation => Thread is null || Kind != ConversationKind.Channel ? Conversation : ThreadIds.Join(Conversation, Thread);

    /// <summary>Whether nobody but the person is there.</summary>
    public bool IsDirect => Kind == ConversationKind.Personal;
}
