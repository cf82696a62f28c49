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

    /// <summary>What the bot's own tokens must be for.</summary>
    public string Scope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>Who the channel service says it is.</summary>
    public string ChannelIssuer { get; init; } = "https://api.botframework.com";

    /// <summary>How long the bot's own tokens last.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long an answer of the bot's is waited for: the documented timeout of the channel is 10 to 15 s, message extensions have 5.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The bot's id in conversations.</summary>
    public string BotId => $"28:{AppId}";
}
