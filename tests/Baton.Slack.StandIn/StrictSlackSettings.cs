namespace Baton.Slack.StandIn;

/// <summary>What is agreed between the workspace and the app before anything happens.</summary>
public sealed record StrictSlackSettings
{
    /// <summary>The workspace's id.</summary>
    public string TeamId { get; init; } = "T0STRICT01";

    /// <summary>The app's id.</summary>
    public string AppId { get; init; } = "A0STRICT01";

    /// <summary>The user id of the app's bot.</summary>
    public string BotUserId { get; init; } = "U0STRICTBOT";

    /// <summary>The bot's id, which its messages carry.</summary>
    public string BotId { get; init; } = "B0STRICT01";

    /// <summary>The token that the Web API takes.</summary>
    public string BotToken { get; init; } = "xoxb-strict-0123456789";

    /// <summary>The refresh token that came with the bot token of an app that rotates them, <c>xoxe-…</c>; empty for a token that does not expire.</summary>
    public string RefreshToken { get; init; } = "";

    /// <summary>How long a refresh token still works after it was used first. Slack does not say how long that is; nothing is the hardest.</summary>
    public TimeSpan RefreshGrace { get; init; }

    /// <summary>Whether tokens expire.</summary>
    public bool Rotates => RefreshToken.Length > 0;

    /// <summary>The app-level token that opens sockets; it has <c>connections:write</c>.</summary>
    public string AppToken { get; init; } = "xapp-1-A0STRICT01-0123456789";

    /// <summary>The secret that signs requests over HTTP.</summary>
    public string SigningSecret { get; init; } = "8f742231b10e8888abcd990000085a50";

    /// <summary>The client id of an OAuth installation.</summary>
    public string ClientId { get; init; } = "1111.2222";

    /// <summary>The client secret of an OAuth installation.</summary>
    public string ClientSecret { get; init; } = "00112233445566778899aabbccddeeff";

    /// <summary>Whether whoever approves an installation does so for a whole organisation.</summary>
    public bool InstallsForOrganisation { get; init; }

    /// <summary>Whether requests go over sockets that the app opens rather than to its address: the switch of Slack's app page.</summary>
    public bool SocketMode { get; init; }

    /// <summary>How long a trigger opens a modal: 3 seconds at Slack.</summary>
    public TimeSpan TriggerLife { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether the app's Home tab is switched on.</summary>
    public bool HomeTab { get; init; } = true;

    /// <summary>What was granted to the bot token.</summary>
    public IReadOnlyList<string> Scopes { get; init; } =
    [
        "app_mentions:read", "channels:history", "channels:join", "channels:read", "chat:write", "commands", "files:write", "groups:history", "groups:read",
        "im:history", "im:read", "im:write", "usergroups:read", "users:read", "users:read.email",
    ];
}
