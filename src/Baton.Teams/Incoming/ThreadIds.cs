namespace Baton.Teams.Incoming;

/// <summary>
/// A thread of a channel is named by the channel and the message that began it, <c>19:…;messageid=1700000000000</c>
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations).
/// </summary>
internal static class ThreadIds
{
    private const string Mark = ";messageid=";

    /// <summary>The thread's name.</summary>
    public static string Join(string conversation, string message) => conversation + Mark + message;

    /// <summary>The conversation, and the message that began the thread; null when none is named.</summary>
    public static (string Conversation, string? Thread) Split(string id)
    {
        var at = id.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? (id, null) : (id[..at], id[(at + Mark.Length)..] is { Length: > 0 } thread ? thread : null);
    }
}
