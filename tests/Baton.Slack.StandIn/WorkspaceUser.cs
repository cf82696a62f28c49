namespace Baton.Slack.StandIn;

/// <summary>Somebody who has an account, here or in a connected workspace.</summary>
/// <param name="Id">The user id, <c>U…</c>.</param>
/// <param name="Name">The real name.</param>
/// <param name="Email">The e-mail address; null for apps and strangers.</param>
public sealed record WorkspaceUser(string Id, string Name, string? Email)
{
    /// <summary>The IANA zone of the profile.</summary>
    public string TimeZone { get; init; } = "Asia/Tokyo";

    /// <summary>The language of the profile, as Slack writes it: <c>en-US</c>, <c>ja-JP</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Deactivated.</summary>
    public bool Deleted { get; init; }

    /// <summary>A guest with several channels.</summary>
    public bool Restricted { get; init; }

    /// <summary>A guest with one channel.</summary>
    public bool UltraRestricted { get; init; }

    /// <summary>From a connected workspace.</summary>
    public bool Stranger { get; init; }

    /// <summary>Not a person but an app.</summary>
    public bool Bot { get; init; }
}
