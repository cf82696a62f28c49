namespace Baton.Slack.StandIn;

/// <summary>A channel, or a direct message between the bot and somebody.</summary>
/// <param name="Id">The id: <c>C…</c>, or <c>D…</c> for direct messages.</param>
/// <param name="Name">The name without the hash.</param>
public sealed record WorkspaceChannel(string Id, string Name)
{
    /// <summary>Invisible to those who are not in it.</summary>
    public bool Private { get; init; }

    /// <summary>Closed for new messages.</summary>
    public bool Archived { get; init; }

    /// <summary>Whether the app's bot is a member.</summary>
    public bool BotIsIn { get; init; } = true;

    /// <summary>Shared with another workspace.</summary>
    public bool Shared { get; init; }

    /// <summary>Those who are in it by user id; null: everybody of this workspace.</summary>
    public IReadOnlySet<string>? Members { get; init; }

    /// <summary>Whom the bot talks to here, when these are direct messages.</summary>
    public string? DirectWith { get; init; }

    /// <summary>Whether somebody is in it.</summary>
    internal bool Has(WorkspaceUser user) => DirectWith is { } one ? one == user.Id : Members?.Contains(user.Id) ?? !user.Stranger;
}
