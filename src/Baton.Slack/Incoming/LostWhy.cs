namespace Baton.Slack.Incoming;

/// <summary>Why a channel takes no messages any more, as Slack's events tell it. Stored.</summary>
internal static class LostWhy
{
    /// <summary>Somebody archived it.</summary>
    public const string Archived = "archived";

    /// <summary>Somebody deleted it.</summary>
    public const string Deleted = "deleted";

    /// <summary>Somebody took Baton out.</summary>
    public const string Removed = "Baton was removed from it";

    /// <summary>What its text is called; null for any other reason.</summary>
    public static string? KeyOf(string why) => why switch { Archived => "archived", Deleted => "deleted", Removed => "removed", _ => null };
}
