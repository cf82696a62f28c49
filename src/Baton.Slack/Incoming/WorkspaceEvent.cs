namespace Baton.Slack.Incoming;

/// <summary>Something that happened in the workspace (https://docs.slack.dev/reference/events).</summary>
internal abstract record WorkspaceEvent
{
    private WorkspaceEvent()
    {
    }

    /// <summary>A person wrote a message.</summary>
    public sealed record Wrote(string UserId, MessageAt At, string Text) : WorkspaceEvent;

    /// <summary>A person wrote a message that mentions Baton.</summary>
    public sealed record Mentioned(string UserId, MessageAt At, string Text) : WorkspaceEvent;

    /// <summary>A person changed a message.</summary>
    public sealed record Edited(string UserId, MessageAt At, string Text, string? EditedTs) : WorkspaceEvent;

    /// <summary>A person's message was deleted; Slack does not say by whom.</summary>
    public sealed record Deleted(MessageAt At) : WorkspaceEvent;

    /// <summary>Somebody looks at the own page.</summary>
    public sealed record HomeOpened(string UserId) : WorkspaceEvent;

    /// <summary>A profile changed, or the person was deactivated.</summary>
    public sealed record UserChanged(string UserId) : WorkspaceEvent;

    /// <summary>Nothing can be posted in a channel any more.</summary>
    /// <param name="Channel">Which.</param>
    /// <param name="Why">What happened to it, in English: <c>archived</c>, <c>deleted</c>, <c>Baton was removed from it</c>.</param>
    public sealed record ChannelLost(string Channel, string Why) : WorkspaceEvent;

    /// <summary>A channel takes messages again.</summary>
    public sealed record ChannelBack(string Channel) : WorkspaceEvent;

    /// <summary>The app was removed from the workspace, or its tokens do not count any more.</summary>
    public sealed record Uninstalled(string Why) : WorkspaceEvent;

    /// <summary>Nothing that concerns Baton.</summary>
    public sealed record Nothing(string Type) : WorkspaceEvent;
}

/// <summary>Where a message is.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Ts">The message.</param>
/// <param name="ThreadTs">The first message of its thread; null for one that answers none.</param>
/// <param name="IsDirect">Whether it is between a person and Baton alone.</param>
internal sealed record MessageAt(string Channel, string Ts, string? ThreadTs, bool IsDirect);
