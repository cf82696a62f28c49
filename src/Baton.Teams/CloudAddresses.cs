namespace Baton.Teams;

/// <summary>
/// Where a cloud's tokens and keys come from, and who signs
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication,
/// https://learn.microsoft.com/azure/bot-service/bot-service-resources-faq-azure-government).
/// </summary>
internal sealed record CloudAddresses
{
    private static readonly CloudAddresses Public = new()
    {
        ChannelIssuer = "https://api.botframework.com",
        ChannelMetadata = new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        EntraMetadata = new("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"),
        EntraIssuers = ["https://sts.windows.net/{tenant}/", "https://login.microsoftonline.com/{tenant}/v2.0"],
        EntraTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8"],
        Authority = new("https://login.microsoftonline.com/"),
        Scope = "https://api.botframework.com/.default",
        ExchangeScope = "api://AzureADTokenExchange/.default",
        UsualService = new("https://smba.trafficmanager.net/teams/"),
    };

    private static readonly CloudAddresses UsGovernment = new()
    {
        ChannelIssuer = "https://api.botframework.us",
        ChannelMetadata = new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        EntraMetadata = new("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration"),
        EntraIssuers = ["https://sts.windows.net/{tenant}/", "https://login.microsoftonline.us/{tenant}/v2.0"],
        EntraTenants = ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"],
        Authority = new("https://login.microsoftonline.us/"),
        Scope = "https://api.botframework.us/.default",
        ExchangeScope = "api://AzureADTokenExchangeUSGov/.default",
        UsualService = new("https://smba.infra.gov.teams.microsoft.us/teams/"),
    };

    private static readonly CloudAddresses China = new()
    {
        ChannelIssuer = "https://api.botframework.azure.cn",
        ChannelMetadata = new("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        EntraMetadata = new("https://login.partner.microsoftonline.cn/common/v2.0/.well-known/openid-configuration"),
        EntraIssuers = ["https://sts.chinacloudapi.cn/{tenant}/", "https://login.partner.microsoftonline.cn/{tenant}/v2.0"],
        EntraTenants = [],
        Authority = new("https://login.chinacloudapi.cn/"),
        Scope = "https://api.botframework.azure.cn/.default",
        ExchangeScope = "api://AzureADTokenExchangeChina/.default",

        // The path is not documented; it is that of the other clouds.
        UsualService = new("https://frontend.botapi.msg.infra.teams.microsoftonline.cn/teams/"),
    };

    /// <summary>Who issues the channel service's own tokens.</summary>
    public required string ChannelIssuer { get; init; }

    /// <summary>What says where the channel service's keys are.</summary>
    public required Uri ChannelMetadata { get; init; }

    /// <summary>What says where Entra's keys are.</summary>
    public required Uri EntraMetadata { get; init; }

    /// <summary>How Entra names itself in tokens of version 1 and 2; <c>{tenant}</c> stands for the tenant.</summary>
    public required IReadOnlyList<string> EntraIssuers { get; init; }

    /// <summary>Microsoft's own tenants, whose tokens channels may bring besides those of the bot's tenant (the Microsoft 365 Agents SDK's default issuers).</summary>
    public required IReadOnlyList<string> EntraTenants { get; init; }

    /// <summary>Where Baton gets its own tokens.</summary>
    public required Uri Authority { get; init; }

    /// <summary>What those are for.</summary>
    public required string Scope { get; init; }

    /// <summary>
    /// What Entra wants the tokens of managed identities to be for that vouch for an application
    /// (https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity).
    /// </summary>
    public required string ExchangeScope { get; init; }

    /// <summary>
    /// The connector to which a conversation is written that has not been heard of yet (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages;
    /// hosts: https://microsoft.github.io/teams-sdk/csharp/essentials/app-configuration/service-url-validation).
    /// </summary>
    public required Uri UsualService { get; init; }

    /// <summary>Those of a configuration: its cloud's, or what stands in for them on this machine. The names of issuers and scopes stay those of the cloud.</summary>
    public static CloudAddresses Of(TeamsOptions options)
    {
        var cloud = options.Cloud switch
        {
            TeamsCloud.UsGovernment => UsGovernment,
            TeamsCloud.China => China,
            _ => Public,
        };
        return options.Authority.Length == 0 ? cloud : cloud with
        {
            ChannelMetadata = Standing(options.Authority, cloud.ChannelMetadata),
            EntraMetadata = Standing(options.Authority, cloud.EntraMetadata),
            Authority = new(options.Authority),
        };
    }

    private static Uri Standing(string authority, Uri original) => new(new Uri(authority), original.AbsolutePath);
}
