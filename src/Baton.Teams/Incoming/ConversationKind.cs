namespace Baton.Teams.Incoming;

/// <summary>What kind of conversation it is.</summary>
internal enum ConversationKind
{
    /// <summary>One person and Baton.</summary>
    Personal,

    /// <summary>Several people, no threads.</summary>
    GroupChat,

    /// <summary>A channel of a team, with threads.</summary>
    Channel,
}
