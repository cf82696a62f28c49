namespace Baton.Teams;

/// <summary>The configuration section <c>Teams</c>. Teams is on as soon as it has an app id, or when it trusts a local emulator.</summary>
public sealed class TeamsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Teams";

    /// <summary>The bot's app id, a GUID: that of the app registration, or the client id of the managed identity. Empty leaves Teams off.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant that the bot is registered in, a GUID.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Whose Teams it is.</summary>
    public TeamsCloud Cloud { get; set; } = TeamsCloud.Public;

    /// <summary>Whether activities must carry a token.</summary>
    public TeamsAuth Auth { get; set; } = TeamsAuth.Tokens;

    /// <summary>The client secret; empty when Baton proves who it is in another way.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The path of a certificate with its private key, as PFX or PEM; empty when Baton proves who it is in another way.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>The password of a PFX file; empty when it has none.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>The path of a file that holds a token of another issuer that Entra trusts, such as Kubernetes' own; empty when Baton proves who it is in another way.</summary>
    public string FederatedTokenFile { get; set; } = "";

    /// <summary>The client id of a managed identity that Entra trusts to speak for the app registration; empty when Baton proves who it is in another way.</summary>
    public string FederatedIdentity { get; set; } = "";

    /// <summary>Whether the app id is that of a managed identity of the machine that Baton runs on.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>
    /// App ids whose Entra-issued tokens are taken for those of the channel service. None are taken when it is empty: anybody in a tenant may get a token that is meant for this bot,
    /// so the issuer alone proves nothing.
    /// </summary>
    public IList<string> EntraCallers { get; init; } = [];

    /// <summary>Tenants, besides the bot's own, that may issue such tokens.</summary>
    public IList<string> EntraTenants { get; init; } = [];

    /// <summary>Addresses of connectors on this machine, for tests; those of Teams are known.</summary>
    public IList<string> ServiceUrls { get; init; } = [];

    /// <summary>Where tokens and keys come from instead of Microsoft's hosts: an address of this machine, for tests.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The language of cards in places that say no other: <c>en</c> or <c>ja</c>.</summary>
    public string Locale { get; set; } = "en";

    /// <summary>Channels and chats whose language differs.</summary>
    public IList<TeamsChannelOptions> Channels { get; init; } = [];

    /// <summary>
    /// Whether private answers in channels and group chats are shown there to the asker alone, as Teams began to offer in 2026
    /// (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages). Where the tenant does not take them, and without this, they come in the chat with Baton.
    /// </summary>
    public bool TargetedMessages { get; set; }

    /// <summary>Whether Teams is used at all.</summary>
    public bool IsOn => AppId.Length > 0 || Auth == TeamsAuth.None;
}
