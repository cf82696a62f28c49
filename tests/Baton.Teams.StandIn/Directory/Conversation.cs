namespace Baton.Teams.StandIn.Directory;

/// <summary>A chat with one person, a group chat or a channel. Guarded by the stand-in's gate.</summary>
internal sealed class Conversation(string id, ConversationKind kind)
{
    public string Id => id;

    public ConversationKind Kind => kind;

    /// <summary>The team of a channel.</summary>
    public string? TeamId { get; init; }

    /// <summary>What people call a channel; null for the general one.</summary>
    public string? Name { get; set; }

    public List<TeamsPerson> Members { get; } = [];

    /// <summary>Whether the bot may write there.</summary>
    public bool IsInstalled { get; set; } = true;

    /// <summary>Whether it was blocked there.</summary>
    public bool IsBlocked { get; set; }

    public List<SeenActivity> Activities { get; } = [];

    /// <summary>The names that activities give the kinds.</summary>
    public string KindName => kind switch { ConversationKind.Personal => "personal", ConversationKind.Group => "groupChat", _ => "channel" };
}

/// <summary>What a conversation is.</summary>
internal enum ConversationKind
{
    Personal,
    Group,
    Channel,
}
