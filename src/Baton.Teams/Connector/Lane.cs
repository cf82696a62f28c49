namespace Baton.Teams.Connector;

/// <summary>What a call counts against: the place, and whether it asks or changes something.</summary>
/// <param name="Place">The chat, the channel (whatever thread of it), or the team.</param>
/// <param name="Asks">Whether it only asks.</param>
internal sealed record Lane(string Place, bool Asks)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>Something is changed in a conversation. The threads of a channel count together.</summary>
    public static Lane Changing(string conversationId) => new(WithoutThread(conversationId), false);

    /// <summary>Something is asked of a conversation or a team.</summary>
    public static Lane Asking(string id) => new(WithoutThread(id), true);

    private static string WithoutThread(string id) => id.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) is > 0 and var at ? id[..at] : id;
}
