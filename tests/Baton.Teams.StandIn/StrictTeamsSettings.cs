namespace Baton.Teams.StandIn;

/// <summary>What is agreed between Teams and the bot before anything happens.</summary>
public sealed record StrictTeamsSettings
{
    /// <summary>The bot's app id.</summary>
    public string AppId { get; init; } = "5b0e6d4a-9f0b-4a55-9d56-6a4a4d5e1c01";

    /// <summary>The tenant that the bot is registered in.</summary>
    public string TenantId { get; init; } = "0d7c2f52-77c1-4a0c-8a2f-9f2b1f6f0a02";

    /// <summary>The bot's client secret.</summary>
    public string ClientSecret { get; init; } = "strict~client-secret-0123456789";

    /// <summary>What people call the bot.</summary>
    public string BotName { get; init; } = "Baton";

    /// <summary>Where the bot takes activities, <c>http://127.0.0.1:…/api/messages</c>; may be set later.</summary>
    public Uri? Endpoint { get; init; }
}
