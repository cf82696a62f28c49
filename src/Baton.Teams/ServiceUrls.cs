namespace Baton.Teams;

/// <summary>
/// Which addresses are connectors of Teams. Baton's token is sent to them and to nobody else. Those of Teams are on hosts that only Microsoft can have
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages); those on this machine must be configured.
/// </summary>
internal sealed class ServiceUrls(TeamsOptions options)
{
    // Names below domains in which others may have names are taken whole.
    private static readonly string[] Hosts = ["smba.trafficmanager.net", "frontend.botapi.msg.infra.teams.microsoftonline.cn"];
    private static readonly string[] Domains = [".teams.microsoft.com", ".teams.microsoft.us", ".teams.microsoft.cn"];

    private const string Files = ".sharepoint.com";

    private readonly Uri[] own = [.. options.ServiceUrls.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var it) ? it : null).OfType<Uri>()];

    /// <summary>Whether it is an address of a connector.</summary>
    public bool Allows(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && Allows(address);

    /// <summary>Whether it is an address of a connector.</summary>
    public bool Allows(Uri url) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0
        && (IsTeams(url) || (url.IsLoopback && own.Any(it => it.Scheme == url.Scheme && it.Authority == url.Authority)));

    /// <summary>
    /// Whether it is an address at which OneDrive takes a file of somebody's: HTTPS, at the usual port, in SharePoint of the cloud in which Teams takes files from bots, as the addresses of the
    /// documentation are (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).
    /// </summary>
    public bool TakesFiles(Uri url) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0
        && ((url is { Scheme: "https", IsDefaultPort: true } && url.IdnHost.EndsWith(Files, StringComparison.OrdinalIgnoreCase)) || (url.IsLoopback && own.Any(it => it.Scheme == url.Scheme && it.Authority == url.Authority)));

    /// <summary>Whether an address is HTTPS, at the usual port, on a host of Teams'.</summary>
    public static bool IsTeams(Uri url) =>
        url is { IsAbsoluteUri: true, Scheme: "https", IsDefaultPort: true }
        && (Hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase) || Domains.Any(domain => url.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase)));
}
